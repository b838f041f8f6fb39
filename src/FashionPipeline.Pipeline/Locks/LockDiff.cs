using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Plans;
using FashionPipeline.Pipeline.Provenance.Code;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Locks;

/// <summary>What differs between two reports' origins, node by node, with the causes, from what is committed of them alone.</summary>
public sealed class LockDiff
{
    private readonly LockedReport before;
    private readonly LockedReport now;
    private readonly KeyDifference difference;
    private readonly Dictionary<string, CodeListing> listings = new(StringComparer.Ordinal);

    private LockDiff(LockedReport before, LockedReport now)
    {
        (this.before, this.now) = (before, now);
        foreach (var (@lock, code) in new[] { (before.Lock, before.Code), (now.Lock, now.Code) })
        {
            foreach (var (id, node) in @lock.Nodes.Where(_ => code is not null))
            {
                if (node.Code is { } fingerprint && !listings.ContainsKey(fingerprint))
                {
                    listings.Add(fingerprint, code!.ListingOf(StageNode.StageOf(id)));
                }
            }
        }

        difference = new(listings.GetValueOrDefault, Upstream);
    }

    /// <summary>The nodes that differ, are new or are gone, ordered by name.</summary>
    public static IReadOnlyList<ExplainedNode> Of(LockedReport before, LockedReport now) =>
        [.. new LockDiff(before, now).Nodes()];

    private IEnumerable<ExplainedNode> Nodes()
    {
        foreach (var id in before.Lock.Nodes.Keys.Union(now.Lock.Nodes.Keys).Order(StringComparer.Ordinal))
        {
            var (old, value) = (before.Lock.Nodes.GetValueOrDefault(id), now.Lock.Nodes.GetValueOrDefault(id));
            if (old is null || value is null)
            {
                yield return new(id, old is null ? "new" : "gone", []);
                continue;
            }

            var causes = Causes(id, old, value);
            var isEqual = old.Artifacts.SequenceEqual(value.Artifacts);
            if (causes.Count > 0)
            {
                yield return new(id, isEqual ? "made the same of something else" : "changed", causes);
            }
            else if (!isEqual)
            {
                yield return new(id, "changed", [new() { Kind = CauseKind.Result, Name = "it made something else of the same" }]);
            }
        }
    }

    private IReadOnlyList<Cause> Causes(string id, LockedNode old, LockedNode value) => old.Code is null && value.Code is null
        ? [.. old.Artifacts.Keys.Union(value.Artifacts.Keys).Order(StringComparer.Ordinal).Select(name => new Cause
            {
                Kind = CauseKind.File,
                Name = name,
                Before = old.Artifacts.TryGetValue(name, out var was) ? LockedNode.DigestOf(was) : null,
                Now = value.Artifacts.TryGetValue(name, out var @is) ? LockedNode.DigestOf(@is) : null,
            }).Where(cause => cause.Before != cause.Now)]
        : difference.Of(id, old.KeyIn(before.Lock, id), value.KeyIn(now.Lock, id));

    private (string? Maker, IReadOnlyList<Cause> Because) Upstream(string reader, string input, string earlier, string later) =>
        now.Lock.Nodes[reader].Inputs?.GetValueOrDefault(input) is not { } output || now.Lock.Find(output) is not var (maker, _)
        ? (null, [])
        : before.Lock.Nodes.TryGetValue(maker, out var old) ? (maker, Causes(maker, old, now.Lock.Nodes[maker]))
        : (maker, []);
}
