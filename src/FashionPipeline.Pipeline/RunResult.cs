using System.Text.Json;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Pipeline.Reports;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Diff;
using FashionPipeline.Reporting.Metrics;

namespace FashionPipeline.Pipeline;

/// <summary>What a run ends with, in a few lines: the model that was selected, and what is other than in the last commit.</summary>
internal static class RunResult
{
    /// <summary>The lines; none where the report's numbers cannot be read.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <param name="experiment">Name of the experiment.</param>
    /// <param name="report">Its report.</param>
    /// <param name="failures">Trainings that came to nothing.</param>
    public static IReadOnlyList<string> Lines(
        string root, string experiment, ReportFolder report, params IReadOnlyList<FailedRun> failures)
    {
        try
        {
            var now = File.ReadAllBytes(report[ReportFolder.Metrics]);
            var best = SelectedModel.Read(now);
            var found = best.Candidates == 1 ? "The model" : FormattableString.Invariant($"Best of {best.Candidates} models");
            return
            [
                $"{found}: {best.Text}",
                .. LeftOut(failures),
                $"Against the last commit: {Change(root, experiment, now)}",
            ];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Trainings that came to nothing, a line each.</summary>
    public static IReadOnlyList<string> LeftOut(IEnumerable<FailedRun> failures) =>
        [.. failures.Select(run => $"Left out: {run.Model}, as with seed {run.Seed} {run.Reason}")];

    private static string Change(string root, string experiment, byte[] now)
    {
        if (Committed(root, experiment) is not { } before)
        {
            return "a new report";
        }

        return before.AsSpan().SequenceEqual(now) || new MetricsComparison(before, now, []) is not { Metrics.Count: > 0 } comparison
            ? "the same numbers"
            : DiffWording.Of(comparison.Headline);
    }

    // Without git, or a commit, nothing is committed. A variant that is not is compared with what it is one of.
    private static byte[]? Committed(string root, string experiment)
    {
        try
        {
            var head = new GitRevision(root, "HEAD");
            return head.Read($"reports/{experiment}/{ReportFolder.Metrics}")
                ?? (Variant.OriginOf(experiment) is { } origin ? head.Read($"reports/{origin}/{ReportFolder.Metrics}") : null);
        }
        catch (InputException)
        {
            return null;
        }
    }
}
