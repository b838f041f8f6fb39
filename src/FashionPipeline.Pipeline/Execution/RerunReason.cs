using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>
/// Says why a stage has to run: what differs between the key that it had last and the one that it has now. Where an input differs, the
/// stage that made it is asked for its own reason, and so on: what is named is the root cause.
/// </summary>
/// <param name="records">What is known of earlier runs, and of the stages before this one.</param>
public sealed class RerunReason(RecordStore records)
{
    private const string CodePrefix = "code.";
    private const string ModelPrefix = "model.";
    private const int MostCauses = 3;
    private const int LongestValue = 80;
    private const int DigestLength = 64;
    private const int ShownDigits = 12;

    /// <summary>The reason in a few words: <c>training.epochs 5 -> 8</c>.</summary>
    /// <param name="latest">The record that the stage had last in this experiment; null where it never ran.</param>
    /// <param name="key">The key that it has now.</param>
    public string Of(StageRecord? latest, StageKey key)
    {
        if (latest is null)
        {
            return "no earlier result";
        }

        if (latest.Key == key.Hash)
        {
            return "its result is missing from the store";
        }

        var makers = new Lazy<ILookup<string, StageRecord>>(Makers);
        var causes = Causes(latest.Id, latest.Components, key.Components, makers).Distinct(StringComparer.Ordinal).ToList();
        var more = causes.Count - MostCauses;
        return string.Join(", ", causes.Take(MostCauses)) + (more > 0 ? FormattableString.Invariant($" and {more} more") : "");
    }

    private ILookup<string, StageRecord> Makers() => records.All()
        .SelectMany(record => record.Outputs.Values.Select(artifact => artifact.Sha256).Distinct().Select(digest => (digest, record)))
        .ToLookup(made => made.digest, made => made.record, StringComparer.Ordinal);

    private static IReadOnlyList<string> Causes(
        string id, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now, Lazy<ILookup<string, StageRecord>> makers)
    {
        var changed = Changed(before, now).ToLookup(name => name.StartsWith(StageKey.InputPrefix, StringComparison.Ordinal));
        var causes = changed[false].Select(Difference).ToList();
        foreach (var name in changed[true].Where(name => before.ContainsKey(name) && now.ContainsKey(name)))
        {
            var upstream = Upstream(before[name], now[name], makers);
            causes.AddRange(upstream.Count > 0 ? upstream : [Difference(name)]);
        }

        // That there are more or fewer inputs follows from a setting, unless nothing else differs.
        return causes.Count > 0 ? causes : [.. changed[true].Select(Difference)];

        string Difference(string name) => Called(id, name) + (before.GetValueOrDefault(name), now.GetValueOrDefault(name)) switch
        {
            var (old, value) when name.StartsWith(CodePrefix, StringComparison.Ordinal) || !FitsALine(old) || !FitsALine(value) => " changed",
            (null, var value) => $" {Shown(value!)} is new",
            (var value, null) => $" {Shown(value)} is gone",
            var (old, value) => $" {Shown(old)} -> {Shown(value)}",
        };
    }

    // An artifact may be the result of several keys: the two that are most alike tell the cause and nothing that has no effect.
    private static IReadOnlyList<string> Upstream(string before, string now, Lazy<ILookup<string, StageRecord>> makers)
    {
        var pairs =
            from earlier in makers.Value[before]
            from later in makers.Value[now]
            where earlier.Stage == later.Stage && earlier.Key != later.Key
            orderby Changed(earlier.Components, later.Components).Count()
            select (earlier, later);
        return pairs.Select(pair => Causes(pair.later.Id, pair.earlier.Components, pair.later.Components, makers)).FirstOrDefault([]);
    }

    // Of a run, "model.layer.03" is the model that the run's name holds: "mlp.layer.03", which later stages can tell apart.
    private static string Called(string id, string component) => id.Split('/') is [_, var model, ..] && component.StartsWith(ModelPrefix, StringComparison.Ordinal)
        ? $"{model}.{component[ModelPrefix.Length..]}"
        : component;

    private static IEnumerable<string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now) =>
        before.Keys.Union(now.Keys).Where(name => before.GetValueOrDefault(name) != now.GetValueOrDefault(name)).Order(StringComparer.Ordinal);

    private static bool FitsALine(string? value) => value is null || (value.Length <= LongestValue && !value.Contains('\n'));

    private static string Shown(string value) =>
        value.Length == DigestLength && value.All(char.IsAsciiHexDigitLower) ? value[..ShownDigits] : value;
}
