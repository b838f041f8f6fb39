using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Figures;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>The points of each sweep, the best first, and what each setting does.</summary>
internal static class SweepSection
{
    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        foreach (var points in content.Sweeps)
        {
            Add(builder, content, points.Key, [.. points.OrderByDescending(point => point.Findings.ValidationAccuracy.Mean)]);
        }
    }

    private static void Add(DocumentBuilder builder, ReportContent content, string sweep, IReadOnlyList<ModelContent> points)
    {
        var settings = points[0].Variation!.Settings.Select(setting => setting.Key).ToList();
        var (ranking, curves) = (Reference.ToTable(), Reference.ToFigure());
        var effects = settings.Select(_ => Reference.ToFigure()).ToList();
        builder.Section($"Sweep {sweep}");
        var diverged = content.FailedRuns.Where(run => run.Variation is { IsOfSweep: true, Of: var name } && name == sweep).ToList();
        builder.Paragraph($"{ranking} ranks the {points.Count} points by their validation accuracy; {curves} shows it epoch by epoch.");
        builder.Table(
            ranking,
            $"Points of the sweep {sweep}, the best first.",
            [
                .. settings.Select(setting => new TableColumn(setting, true, 2.5f)), new("Model", false, 3.5f), new("Seeds", true),
                new("Validation accuracy", true, 2), new("Validation loss", true, 2),
            ],
            [
                .. points.Select(point => (string[])
                [
                    .. point.Variation!.Settings.Select(setting => setting.Value), Wording.Of(point), $"{point.Runs.Count}",
                    Wording.Of(point.Findings.ValidationAccuracy), Wording.Loss(point.Findings.ValidationLoss),
                ]),
                .. diverged.Select(run => (string[])
                [
                    .. run.Variation!.Settings.Select(setting => setting.Value), $"{run.Model} diverged: {run.Reason}", "–", "–", "–",
                ]),
            ],
            totals: diverged.Count,
            name: $"sweep-{sweep}");
        builder.Figure(curves, $"Validation accuracy of the points of {sweep}.", SweepFigures.Curves(sweep, points));
        foreach (var (effect, setting) in effects.Zip(settings))
        {
            builder.Paragraph($"{effect} has a dot for each point by its {setting}; the line goes through their means.");
            builder.Figure(effect, $"Validation accuracy by {setting}.", SweepFigures.Effect(sweep, setting, points));
        }
    }
}
