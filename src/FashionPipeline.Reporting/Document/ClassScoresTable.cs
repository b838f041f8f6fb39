using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>How well the best model knows each class, and how sure that is.</summary>
internal static class ClassScoresTable
{
    public static void AddTo(DocumentBuilder builder, Reference reference, ReportContent content)
    {
        var report = content.BestModel.FirstRun.Classification;
        var intervals = content.BestModel.FirstRun.Intervals.Classes;
        var names = content.DataSet.LabelNames;
        builder.Table(
            reference,
            $"Scores of each class, {Wording.OfFirstRun(content.BestModel)}. \"Correct\" is the share of the class that was classified "
                + $"correctly (its recall); the ranges are Wilson's 95% intervals.",
            [
                new("Label", true, 34), new("Class", false, 82),
                new("Correct", true, 44), new("95% interval", true, 92) { Meaning = "95% interval of the share that is correct" },
                new("Precision", true, 48), new("95% interval", true, 87) { Meaning = "95% interval of the precision" },
                new("F1", true, 40), new("Support", true, 44),
            ],
            [
                .. report.Classes.Select((scores, label) => Row($"[{label}]", names[label], scores, intervals[label])),
                Row(string.Empty, "Macro average", report.MacroAverage),
                Row(string.Empty, "Weighted average", report.WeightedAverage),
            ],
            totals: 2,
            name: "classification-report");
    }

    private static string[] Row(string label, string name, ClassScores scores, ClassIntervals? intervals = null) =>
    [
        label,
        name,
        Wording.Percent(scores.Recall, 1),
        intervals is null ? string.Empty : Wording.Percent(intervals.Recall),
        Wording.Percent(scores.Precision, 1),
        intervals is null ? string.Empty : Wording.Percent(intervals.Precision),
        Wording.Percent(scores.F1, 1),
        Wording.Thousands(scores.Support),
    ];
}
