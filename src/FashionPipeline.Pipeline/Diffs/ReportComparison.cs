using System.Text.Json;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Reporting.Diff;

namespace FashionPipeline.Pipeline.Diffs;

/// <summary>
/// Compares two reports by what is committed of them, and by what stores still hold of their artifacts. Nothing is run and nothing is
/// checked out.
/// </summary>
public sealed class ReportComparison
{
    private const string MetricsName = "metrics.json";
    private const string TextName = "report.md";
    private const int MostParagraphs = 50;
    private const int MostWeights = 200;

    private readonly ReportVersion from;
    private readonly ReportVersion to;
    private readonly ArtifactPairs artifacts;

    private ReportComparison(ReportVersion from, ReportVersion to) => (this.from, this.to, artifacts) = (from, to, new(from, to));

    /// <summary>Compares.</summary>
    /// <param name="options">Where reports and results are.</param>
    /// <param name="diff">Which reports.</param>
    /// <exception cref="InputException">One of the two is not there, or cannot be read.</exception>
    public static ComparedReports Of(PipelineOptions options, DiffOptions diff)
    {
        var tolerances = Tolerances.Read(options.Root);
        var from = diff.From ?? (diff.FromExperiment == diff.ToExperiment ? "HEAD" : null);
        var comparison = new ReportComparison(
            ReportVersion.Find(options, from, diff.FromExperiment), ReportVersion.Find(options, diff.To, diff.ToExperiment));
        var compared = comparison.Compare(tolerances.Changes);
        return new(compared, comparison.artifacts.Pictures);
    }

    private ReportDiff Compare(IReadOnlyList<Tolerance> tolerances)
    {
        try
        {
            var metrics = new MetricsComparison(MetricsOf(from), MetricsOf(to), tolerances);
            var predictions = new PredictionsComparison(artifacts, metrics.ClassNames);
            var (before, now) = metrics.FirstRuns;
            return new()
            {
                From = from.Side,
                To = to.Side,
                Verdict = AreEqual() ? Verdict.Equal
                    : metrics.Metrics.Select(change => change.Verdict).OfType<Verdict>().Prepend(Verdict.WithinTolerance).Max(),
                Headline = metrics.Headline with { PValue = predictions.PValue(before, now) },
                Causes = Causes(),
                Metrics = metrics.Metrics,
                Facts = metrics.Facts,
                Classes = metrics.Classes,
                Tables = new TablesComparison(artifacts).Changes(),
                Text = First(MostParagraphs, Text(), "paragraphs"),
                Predictions = predictions.Changes(before, now),
                Figures = new FiguresComparison(artifacts).Changes(),
                Pdf = artifacts.Compare(NodeNames.Report, "report.pdf", PdfComparison.Of),
                Weights = First(MostWeights, Weights(), "tensors"),
                Notes = artifacts.Notes,
            };
        }
        catch (JsonException fault)
        {
            throw new InputException($"{MetricsName} of {from.Place} or {to.Place} is damaged: {fault.Message}\n"
                + "Take it from git, or make the report.", fault) { Remedy = Remedy.MakeReport };
        }
    }

    private static byte[] MetricsOf(ReportVersion report) => report.Read(MetricsName) ?? throw new InputException(
        $"There is no {MetricsName} in {report.Place}.\nMake the report, or name another side.") { Remedy = Remedy.MakeReport };

    // Only what is known to be equal is equal: without a lock on both sides nothing is known of what is not committed.
    private bool AreEqual() => AreEqual(MetricsName) && AreEqual(TextName) && from.Locks is { } before && to.Locks is { } now
        && ArtifactsOf(before).SequenceEqual(ArtifactsOf(now));

    private bool AreEqual(string name) => from.Read(name).AsSpan().SequenceEqual(to.Read(name));

    private static IEnumerable<KeyValuePair<string, string>> ArtifactsOf(LockedReport report) =>
        report.Lock.Nodes.SelectMany(node => node.Value.Artifacts, (node, artifact) =>
            KeyValuePair.Create($"{node.Key}/{artifact.Key}", artifact.Value));

    private IReadOnlyList<RootCause> Causes()
    {
        if (from.Locks is null || to.Locks is null)
        {
            artifacts.Note($"Causes are unknown: {from.LockFault ?? to.LockFault}");
            return [];
        }

        return [.. LockDiff.Of(from.Locks, to.Locks)
            .SelectMany(node => node.Causes.Where(cause => cause.Kind != CauseKind.Input), (node, cause) => (node.Node, Cause: cause))
            .GroupBy(found => (found.Cause.Kind, found.Cause.Name, found.Cause.Before, found.Cause.Now))
            .OrderBy(cause => cause.All(found => found.Node == NodeNames.Report)) // titles come last
            .ThenBy(cause => cause.Key.Kind).ThenBy(cause => cause.Key.Name, StringComparer.Ordinal)
            .Select(cause => new RootCause(SnakeCase.Of(cause.Key.Kind), cause.Key.Name, Shown(cause.Key.Before), Shown(cause.Key.Now),
                [.. cause.Select(found => found.Node)]))];

        static string? Shown(string? value) => value is null ? null : ShortDigest.Of(value);
    }

    private IReadOnlyList<TextChange> Text()
    {
        if (from.Read(TextName) is { } before && to.Read(TextName) is { } now)
        {
            return TextComparison.Of(before, now);
        }

        artifacts.Note($"One of the two has no {TextName}: its words are not compared.");
        return [];
    }

    private IReadOnlyList<WeightChange> Weights() => [.. artifacts.Runs("train").SelectMany(run =>
        artifacts.Compare(NodeNames.Train(run.Model, run.Seed), "weights.safetensors", (before, now) =>
            WeightComparison.Of(run.Model, run.Seed, before, now)) ?? [])];

    private IReadOnlyList<T> First<T>(int most, IReadOnlyList<T> items, string name)
    {
        if (items.Count > most)
        {
            artifacts.Note(FormattableString.Invariant($"Of {items.Count} {name} that differ, the first {most} are listed."));
        }

        return [.. items.Take(most)];
    }
}
