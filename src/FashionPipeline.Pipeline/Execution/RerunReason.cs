using FashionPipeline.Pipeline.Provenance.Code;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>
/// Says why a node has to run: what differs between the key that it had last and the one that it has now. Where an input differs, the
/// node that made it is asked for its own reason, and so on: what is named is the root cause.
/// </summary>
/// <param name="records">What is known of earlier runs, and of the nodes before this one.</param>
/// <param name="blobs">Where the listings of code are.</param>
public sealed class RerunReason(RecordStore records, BlobStore blobs)
{
    private const string ModelPrefix = "model.";
    private const int MostCauses = 3;
    private const int LongestValue = 80;
    private const int DigestLength = 64;
    private const int ShownDigits = 12;

    /// <summary>The reason in a few words: <c>training.epochs 5 -> 8</c>.</summary>
    /// <param name="id">Name of the node.</param>
    /// <param name="latest">The record that the node had last in this experiment; null where it never ran.</param>
    /// <param name="key">The key that it has now.</param>
    public string Of(string id, StageRecord? latest, StageKey key)
    {
        if (latest is null)
        {
            return "no earlier result";
        }

        if (latest.Key.Hash() == key.Hash())
        {
            return "its result is missing from the store";
        }

        var makers = new Lazy<ILookup<string, StageRecord>>(Makers);
        return FirstOf(Causes(id, latest.Key, key, makers).Distinct(StringComparer.Ordinal));
    }

    private static string FirstOf(IEnumerable<string> items)
    {
        var all = items.ToList();
        return string.Join(", ", all.Take(MostCauses))
            + (all.Count > MostCauses ? FormattableString.Invariant($" and {all.Count - MostCauses} more") : "");
    }

    private ILookup<string, StageRecord> Makers() => records.All()
        .SelectMany(record => record.Outputs.Values.Select(artifact => artifact.Sha256).Distinct().Select(digest => (digest, record)))
        .ToLookup(made => made.digest, made => made.record, StringComparer.Ordinal);

    private IReadOnlyList<string> Causes(string id, StageKey before, StageKey now, Lazy<ILookup<string, StageRecord>> makers)
    {
        var (old, value) = (before.Components, now.Components);
        var changed = Changed(before, now).ToLookup(name => name.StartsWith(StageKey.InputPrefix, StringComparison.Ordinal));
        var causes = changed[false]
            .SelectMany(name => name == StageKey.CodeName ? CodeCauses(before.Code, now.Code) : [Difference(name)]).ToList();
        foreach (var name in changed[true].Where(name => old.ContainsKey(name) && value.ContainsKey(name)))
        {
            var upstream = Upstream(old[name], value[name], makers);
            causes.AddRange(upstream.Count > 0 ? upstream : [Difference(name)]);
        }

        // That there are more or fewer inputs follows from a setting, unless nothing else differs.
        return causes.Count > 0 ? causes : [.. changed[true].Select(Difference)];

        string Difference(string name) => Called(id, name) + Change(old.GetValueOrDefault(name), value.GetValueOrDefault(name));
    }

    // An artifact may be the result of several keys: the two that are most alike tell the cause and nothing that has no effect.
    private IReadOnlyList<string> Upstream(string before, string now, Lazy<ILookup<string, StageRecord>> makers)
    {
        var pairs =
            from earlier in makers.Value[before]
            from later in makers.Value[now]
            where earlier.Key.Stage == later.Key.Stage && earlier.Key.Hash() != later.Key.Hash()
            orderby Changed(earlier.Key, later.Key).Count()
            select (earlier, later);
        return pairs.Select(pair => Causes(pair.later.Id, pair.earlier.Key, pair.later.Key, makers)).FirstOrDefault([]);
    }

    // Packages by their versions; members of types, and embedded files, by their names.
    private IEnumerable<string> CodeCauses(string before, string now)
    {
        if (blobs.Find(before) is not { } earlier || blobs.Find(now) is not { } later)
        {
            return ["code changed"];
        }

        var (old, value) = (CodeListing.Of(earlier), CodeListing.Of(later));
        var changed = value.ChangedFrom(old).ToLookup(CodeListing.IsPackage);
        return
        [
            .. changed[false].Any() ? [$"code: {FirstOf(changed[false].Select(CodeListing.Shown))}"] : Array.Empty<string>(),
            .. changed[true].Select(name => name + Change(old.Parts.GetValueOrDefault(name), value.Parts.GetValueOrDefault(name))),
        ];
    }

    private static string Change(string? before, string? now) => (before, now) switch
    {
        _ when !FitsALine(before) || !FitsALine(now) => " changed",
        (null, var value) => $" {Shown(value!)} is new",
        (var old, null) => $" {Shown(old)} is gone",
        var (old, value) => $" {Shown(old)} -> {Shown(value)}",
    };

    // Of a run, "model.layers.03" belongs to the model that the run's name holds: "models.mlp.layers.03", as the experiment's file says.
    private static string Called(string id, string component) =>
        id.Split('/') is [_, var model, ..] && component.StartsWith(ModelPrefix, StringComparison.Ordinal)
        ? $"models.{model}.{component[ModelPrefix.Length..]}"
        : component;

    private static IEnumerable<string> Changed(StageKey before, StageKey now)
    {
        var (old, value) = (before.Components, now.Components);
        return old.Keys.Union(value.Keys).Where(name => old.GetValueOrDefault(name) != value.GetValueOrDefault(name))
            .Order(StringComparer.Ordinal);
    }

    private static bool FitsALine(string? value) => value is null || (value.Length <= LongestValue && !value.Contains('\n'));

    private static string Shown(string value) =>
        value.Length == DigestLength && value.All(char.IsAsciiHexDigitLower) ? value[..ShownDigits] : value;
}
