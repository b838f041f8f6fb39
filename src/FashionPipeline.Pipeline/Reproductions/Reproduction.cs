using FashionPipeline.Pipeline.Diffs;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Reporting.Diff;

namespace FashionPipeline.Pipeline.Reproductions;

/// <summary>
/// <c>reproduction.json</c>: a report's artifacts, made again from nothing and compared with its lock, and what they were made on. It is
/// made to be signed.
/// </summary>
public sealed record Reproduction
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "reproduction.json";

    /// <summary>The form of the file.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Name of the experiment.</summary>
    public required string Experiment { get; init; }

    /// <summary>SHA-256 of the lock that was compared with.</summary>
    public required string Lock { get; init; }

    /// <summary>What came out.</summary>
    public required ReproductionOutcome Outcome { get; init; }

    /// <summary>Why other bits had to be expected: the numeric environment, settings or code are not the lock's; in words.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The metrics that differ by more than they may; empty where artifacts are compared by bits.</summary>
    public required IReadOnlyList<string> OutsideTolerance { get; init; }

    /// <summary>What it ran on.</summary>
    public required ReproductionMachine Machine { get; init; }

    /// <summary>Every artifact of the lock and of the reproduction.</summary>
    public required IReadOnlyList<ReproducedArtifact> Artifacts { get; init; }

    /// <summary>Compares.</summary>
    /// <param name="expected">The report.</param>
    /// <param name="found">The reproduction's report.</param>
    /// <param name="tolerances">By how much metrics may differ where bits cannot be equal.</param>
    public static Reproduction Of(ReproducedReport expected, ReproducedReport found, IReadOnlyList<Tolerance> tolerances)
    {
        var artifacts = expected.Artifacts.Keys.Union(found.Artifacts.Keys).OrderBy(output => output.Node, StringComparer.Ordinal)
            .ThenBy(output => output.Output, StringComparer.Ordinal)
            .Select(output => ReproducedArtifact.Of(output, expected, found)).ToList();
        var environments = expected.Locks.Lock.Nodes
            .Join(found.Locks.Lock.Nodes, node => node.Key, node => node.Key, (node, other) =>
                (Before: node.Value.Environment, Now: other.Value.Environment))
            .Where(pair => pair.Before != pair.Now).Distinct().ToList();
        var mayDiffer = environments.Any(pair => pair.Before?.StartsWith("libtorch", StringComparison.Ordinal) is true);
        IReadOnlyList<string> outside = !mayDiffer ? [] : Outside(new(expected.Metrics, found.Metrics, tolerances), tolerances);
        return new()
        {
            Experiment = expected.Locks.Lock.Experiment,
            Lock = expected.LockDigest,
            Outcome = artifacts.All(artifact => artifact.IsEqual) ? ReproductionOutcome.Equal
                : !mayDiffer ? ReproductionOutcome.Different
                : outside.Count == 0 ? ReproductionOutcome.WithinTolerance
                : ReproductionOutcome.OutsideTolerance,
            Notes =
            [
                .. environments.Select(pair => $"made in another numeric environment: {pair.Before} -> {pair.Now}"),
                .. LockDiff.Of(expected.Locks, found.Locks).SelectMany(node => node.Causes.SelectMany(cause => cause.Roots))
                    .Where(cause => cause.Kind is CauseKind.Setting or CauseKind.Code or CauseKind.Package or CauseKind.File)
                    .Select(cause => $"made of something else than the lock says: {cause.Text}").Distinct(StringComparer.Ordinal),
            ],
            OutsideTolerance = outside,
            Machine = ReproductionMachine.This(),
            Artifacts = artifacts,
        };
    }

    /// <summary>The reproduction as a file.</summary>
    public byte[] ToBytes() => CanonicalJson.Write(this);

    /// <summary>A line an artifact, the notes, and at the end the outcome.</summary>
    public IReadOnlyList<string> ToTable()
    {
        var (nodes, names) = (Artifacts.Max(artifact => artifact.Node.Length), Artifacts.Max(artifact => artifact.Name.Length));
        var different = Artifacts.Count(artifact => !artifact.IsEqual);
        return
        [
            .. Artifacts.Select(artifact => $"{artifact.Node.PadRight(nodes)}  {artifact.Name.PadRight(names)}  {artifact.Text}"),
            .. Notes,
            .. OutsideTolerance.Select(metric => $"outside the tolerance: {metric}"),
            Outcome switch
            {
                ReproductionOutcome.Equal => FormattableString.Invariant($"Reproduced: all {Artifacts.Count} artifacts equal the lock's."),
                ReproductionOutcome.Different =>
                    FormattableString.Invariant($"Not reproduced: {different} of {Artifacts.Count} artifacts differ from the lock's."),
                var outcome => FormattableString.Invariant($"{different} of {Artifacts.Count} artifacts have other bits. ")
                    + (outcome == ReproductionOutcome.WithinTolerance
                        ? $"All metrics are within the tolerances of {Tolerances.FileName}."
                        : FormattableString.Invariant($"{OutsideTolerance.Count} metrics are outside those of {Tolerances.FileName}.")),
            },
        ];
    }

    // A metric that one of the two has not is no metric within its tolerance.
    private static IReadOnlyList<string> Outside(MetricsComparison metrics, IReadOnlyList<Tolerance> tolerances) =>
    [
        .. metrics.Metrics.Where(change => change.Verdict is Verdict.Better or Verdict.Worse
            || (change.Delta is null && tolerances.Any(tolerance => tolerance.IsAbout(change.Metric)))).Select(DiffWording.Of),
    ];
}
