using System.Collections.Concurrent;
using FashionPipeline.Pipeline.Provenance.Code;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>
/// Says why a node has to run: what differs between the key that it had last and the one that it has now. Where an input differs, the
/// node that made it is asked for its own reason, and so on: what has no cause of its own is the root.
/// </summary>
public sealed class RerunReason
{
    private readonly RecordStore records;
    private readonly KeyDifference difference;
    private readonly ConcurrentDictionary<(string Before, string Now), (string? Maker, IReadOnlyList<Cause> Because)> explained = [];

    /// <param name="records">What is known of earlier runs, and of the nodes before this one.</param>
    /// <param name="blobs">Where the listings of code are.</param>
    public RerunReason(RecordStore records, BlobStore blobs)
    {
        this.records = records;
        difference = new(fingerprint => blobs.Find(fingerprint) is { } bytes ? CodeListing.Of(bytes) : null, (_, _, before, now) =>
            Upstream(before, now));
    }

    /// <summary>All causes, of which there is one at least.</summary>
    /// <param name="id">Name of the node.</param>
    /// <param name="latest">The record that the node had last in this experiment; null where it never ran.</param>
    /// <param name="key">The key that it has now.</param>
    public IReadOnlyList<Cause> Of(string id, StageRecord? latest, StageKey key) =>
        latest is null ? [new() { Kind = CauseKind.Result, Name = "no earlier result" }]
        : latest.Key.Hash() == key.Hash() ? [new() { Kind = CauseKind.Result, Name = "its result is missing from the store" }]
        : difference.Of(id, latest.Key, key);

    // An artifact may be the result of several keys: the two that are most alike tell the cause and nothing that has no effect.
    private (string? Maker, IReadOnlyList<Cause> Because) Upstream(string before, string now)
    {
        if (explained.TryGetValue((before, now), out var known))
        {
            return known;
        }

        explained[(before, now)] = (null, []); // for a node that makes what it reads

        var pairs =
            from earlier in records.MakersOf(before)
            from later in records.MakersOf(now)
            where earlier.Key.Stage == later.Key.Stage && earlier.Key.Hash() != later.Key.Hash()
            orderby KeyDifference.Changed(earlier.Key, later.Key).Count()
            select (earlier, later);
        return pairs.FirstOrDefault() is ({ } first, { } second)
            ? explained[(before, now)] = (second.Id, difference.Of(second.Id, first.Key, second.Key))
            : explained[(before, now)] = (records.MakersOf(now).FirstOrDefault()?.Id, []);
    }
}
