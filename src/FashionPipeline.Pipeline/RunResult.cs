using System.Text.Json;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Pipeline.Reports;
using FashionPipeline.Reporting.Diff;
using FashionPipeline.Reporting.Metrics;

namespace FashionPipeline.Pipeline;

/// <summary>What a run ends with, in a few lines: the model that was selected, and what is other than in the last commit.</summary>
internal static class RunResult
{
    private const string Metrics = "metrics.json";

    /// <summary>The lines; none where the report's numbers cannot be read.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <param name="experiment">Name of the experiment.</param>
    /// <param name="report">Its report.</param>
    public static IReadOnlyList<string> Lines(string root, string experiment, ReportFolder report)
    {
        try
        {
            var now = File.ReadAllBytes(report[Metrics]);
            var best = SelectedModel.Read(now);
            var found = best.Candidates == 1 ? "The model" : FormattableString.Invariant($"Best of {best.Candidates} models");
            return [$"{found}: {best.Text}", $"Against the last commit: {Change(root, experiment, now)}"];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string Change(string root, string experiment, byte[] now)
    {
        if (Committed(root, $"reports/{experiment}/{Metrics}") is not { } before)
        {
            return "a new report";
        }

        return before.AsSpan().SequenceEqual(now) ? "the same numbers" : DiffWording.Of(new MetricsComparison(before, now, []).Headline);
    }

    // Without git, or a commit, nothing is committed.
    private static byte[]? Committed(string root, string path)
    {
        try
        {
            return new GitRevision(root, "HEAD").Read(path);
        }
        catch (InputException)
        {
            return null;
        }
    }
}
