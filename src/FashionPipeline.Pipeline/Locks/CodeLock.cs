using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Provenance.Code;

namespace FashionPipeline.Pipeline.Locks;

/// <summary>
/// <c>code.lock.json</c>: the members of the code and the packages behind the results of a lock, one a line, so that two commits tell
/// which of them changed, without the program or the store of either.
/// </summary>
public sealed record CodeLock
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "code.lock.json";

    private const string Separator = ", ";

    /// <summary>Digest or version by name, behind the stages that reach it: <c>evaluate, train</c>.</summary>
    public required SortedDictionary<string, SortedDictionary<string, string>> Parts { get; init; }

    /// <summary>The lock of the listings of stages.</summary>
    /// <param name="listings">Listing by the name of the stage.</param>
    public static CodeLock Of(IReadOnlyDictionary<string, CodeListing> listings)
    {
        var byPart = listings.OrderBy(listing => listing.Key, StringComparer.Ordinal)
            .SelectMany(listing => listing.Value.Parts, (listing, part) => (Stage: listing.Key, part.Key, part.Value))
            .GroupBy(part => (part.Key, part.Value))
            .GroupBy(part => string.Join(Separator, part.Select(reached => reached.Stage)));
        return new()
        {
            Parts = Sorted(byPart, stages => stages.Key, stages =>
                Sorted(stages, part => part.Key.Key, part => ShortDigest.Of(part.Key.Value))),
        };
    }

    /// <summary>What a stage reaches.</summary>
    public CodeListing ListingOf(string stage) => new(Sorted(
        Parts.Where(stages => stages.Key.Split(Separator).Contains(stage, StringComparer.Ordinal)).SelectMany(stages => stages.Value)
            .DistinctBy(part => part.Key), part => part.Key, part => part.Value));

    /// <summary>The lock as a file.</summary>
    public byte[] ToBytes() => CanonicalJson.Write(this, LockJson.Code);

    /// <summary>Reads a lock.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="name">Where they are from, for messages.</param>
    /// <exception cref="InputException">It is no such lock.</exception>
    public static CodeLock Read(byte[] file, string name) => LockJson.Read(file, name, LockJson.Code, read =>
        read.Parts?.Values.All(parts => parts?.Values.All(part => part is not null) is true) is true);

    private static SortedDictionary<string, TValue> Sorted<T, TValue>(
        IEnumerable<T> items, Func<T, string> key, Func<T, TValue> value) => new(items.ToDictionary(key, value), StringComparer.Ordinal);
}
