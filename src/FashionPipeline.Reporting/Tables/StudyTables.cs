using FashionPipeline.Reporting.Content;

namespace FashionPipeline.Reporting.Tables;

/// <summary>Tables of what settings give: gains over baselines, variants, sweeps.</summary>
internal static class StudyTables
{
    /// <summary>Those that the content has.</summary>
    public static IEnumerable<CsvTable> Of(ReportContent content)
    {
        if (content.Findings.Baselines.Count > 0)
        {
            yield return Gains(content);
        }

        if (content.Findings.Variants.Count > 0)
        {
            yield return Variants(content);
        }

        foreach (var points in content.Sweeps)
        {
            yield return Sweep(points.Key, [.. points]);
        }
    }

    private static CsvTable Gains(ReportContent content) => new(
        "gains",
        ["baseline", "class", "best_recall", "baseline_recall", "gain", "low", "high"],
        from comparison in content.Findings.Baselines
        from gain in comparison.Classes.Index()
        select new object?[]
        {
            comparison.Baseline.Name, content.DataSet.LabelNames[gain.Index],
            content.BestModel.FirstRun.Classification.Classes[gain.Index].Recall,
            comparison.Baseline.FirstRun.Classification.Classes[gain.Index].Recall,
            gain.Item?.Difference, gain.Item?.Low, gain.Item?.High,
        });

    private static CsvTable Variants(ReportContent content) => new(
        "variants",
        ["model", "variant", "seed", "settings", "val_accuracy", "accuracy", "change", "low", "high"],
        from compared in content.Findings.Variants
        let run = compared.Variant.FirstRun
        select new object[]
        {
            compared.Model.Name, compared.Variant.Name, run.Seed,
            string.Join("; ", content.Model(compared.Variant.Name).Variation!.Settings.Select(setting => $"{setting.Key} {setting.Value}")),
            run.LastEpoch.ValidationAccuracy, run.Classification.Accuracy,
            compared.Change.Difference, compared.Change.Low, compared.Change.High,
        });

    private static CsvTable Sweep(string name, IReadOnlyList<ModelContent> points) => new(
        $"sweep-{name}",
        [
            .. points[0].Variation!.Settings.Select(setting => setting.Key), "model", "seeds", "val_accuracy_mean",
            "val_accuracy_deviation", "val_loss_mean",
        ],
        points.Select(point => (object?[])
        [
            .. point.Variation!.Settings.Select(setting => setting.Value), point.Name, point.Runs.Count,
            point.Findings.ValidationAccuracy.Mean, point.Findings.ValidationAccuracy.Deviation, point.Findings.ValidationLoss.Mean,
        ]));
}
