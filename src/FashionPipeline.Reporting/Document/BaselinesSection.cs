using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>In which classes the best model is better than the models that it is measured by.</summary>
internal static class BaselinesSection
{
    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        var baselines = content.Findings.Baselines;
        if (baselines.Count == 0)
        {
            return;
        }

        var best = content.BestModel;
        var names = content.DataSet.LabelNames;
        var gains = Reference.ToTable();
        builder.Section("Gain by class");
        builder.Paragraph(
            $"{gains} sets {Wording.OfFirstRun(best)} beside {Wording.List(baselines.Select(each => Name(content, each)))}, on the same "
            + $"test images: the classes first that {Name(content, baselines[0])} classified worst. Intervals are Agresti "
            + $"and Min's {builder.Cite(Source.AgrestiMin)}. {Largest(baselines[0], names)}");
        builder.Table(
            gains,
            "Share of each class that was classified correctly; gains are in points, with 95% intervals for matched pairs.",
            [
                new("Class", false, 1.5f), new(Wording.Of(best), true, 1.4f),
                .. baselines.SelectMany(each => new TableColumn[]
                {
                    new(Wording.Of(content.Model(each.Baseline.Name)), true, 1.4f), new("Gain", true, 2.7f),
                }),
            ],
            [
                .. Enumerable.Range(0, names.Count).OrderBy(label => baselines[0].Baseline.FirstRun.Classification.Classes[label].Recall)
                    .Select(label => Row(names[label], run => run.Classification.Classes[label].Recall, each => each.Classes[label])),
                Row("All", run => run.Classification.Accuracy, each => each.All),
            ],
            totals: 1,
            name: "gains");

        string[] Row(string name, Func<RunFindings, double> share, Func<BaselineComparison, MatchedDifference?> gain) =>
        [
            name, Wording.Percent(share(best.FirstRun), 1),
            .. baselines.SelectMany(each => new[]
            {
                Wording.Percent(share(each.Baseline.FirstRun), 1), gain(each) is { } difference ? Wording.Points(difference, 1) : "–",
            }),
        ];
    }

    private static string Name(ReportContent content, BaselineComparison each) => Wording.OfFirstRun(content.Model(each.Baseline.Name));

    private static string Largest(BaselineComparison comparison, IReadOnlyList<string> names)
    {
        var sure = comparison.Classes.Index().Where(gain => gain.Item?.Low > 0).OrderByDescending(gain => gain.Item!.Value.Difference)
            .Select(gain => $"{names[gain.Index]} ({Wording.Points(gain.Item!.Value.Difference, 1)} points)").ToList();
        return sure.Count == 0
            ? "No class has a gain whose interval lies above 0."
            : $"Gains whose interval lies above 0: {Wording.List(sure)}.";
    }
}
