using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Reporting.Diff;

namespace FashionPipeline.Pipeline.Diffs;

/// <summary>Compares the tables of two reports: those that are committed, and where the store has both, the others.</summary>
/// <param name="artifacts">The artifacts of both reports.</param>
internal sealed class TablesComparison(ArtifactPairs artifacts)
{
    /// <summary>The tables that differ.</summary>
    public IReadOnlyList<TableChange> Changes() => [.. artifacts.Names(ReportVersion.TablesFolder, ReportVersion.TableEnding)
        .Union(artifacts.From.Tables.Concat(artifacts.To.Tables)
            .Select(file => file[ReportVersion.TablesFolder.Length..^ReportVersion.TableEnding.Length]))
        .Order(StringComparer.Ordinal).Select(Change).OfType<TableChange>()];

    private TableChange? Change(string name)
    {
        var file = $"{ReportVersion.TablesFolder}{name}{ReportVersion.TableEnding}";
        var (before, now) = (Find(artifacts.From, file), Find(artifacts.To, file));
        if (before is not null && now is not null)
        {
            return before.AsSpan().SequenceEqual(now) ? null : TableComparison.Of(name, before, now);
        }

        var (hadIt, hasIt) = (Names(artifacts.From, file, before), Names(artifacts.To, file, now));
        if (hadIt && hasIt && artifacts.From.DigestOf(NodeNames.Report, file) != artifacts.To.DigestOf(NodeNames.Report, file))
        {
            artifacts.Note($"Table {name} is not compared: it is not committed, and the store has not both sides of it.");
        }

        return hadIt == hasIt ? null : new(name, hadIt ? ChangeState.Gone : ChangeState.New, 0, []);
    }

    // Without a lock nobody knows: it may be one of those that are not committed.
    private static bool Names(ReportVersion report, string file, byte[]? found) =>
        found is not null || report.Locks is null || report.DigestOf(NodeNames.Report, file) is not null;

    private static byte[]? Find(ReportVersion report, string file) => report.Read(file) ?? report.Artifact(NodeNames.Report, file);
}
