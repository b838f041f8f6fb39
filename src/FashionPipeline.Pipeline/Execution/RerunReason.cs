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

        var all = new Lazy<IReadOnlyList<StageRecord>>(() => [.. records.All()]);
        var causes = Causes(latest.Components, key.Components, all).Distinct(StringComparer.Ordinal).ToList();
        var more = causes.Count - MostCauses;
        return string.Join(", ", causes.Take(MostCauses)) + (more > 0 ? FormattableString.Invariant($" and {more} more") : "");
    }

    private static IReadOnlyList<string> Causes(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now, Lazy<IReadOnlyList<StageRecord>> all)
    {
        var changed = Changed(before, now).ToLookup(name => name.StartsWith(StageKey.InputPrefix, StringComparison.Ordinal));
        var causes = changed[false].Select(Difference).ToList();
        foreach (var name in changed[true].Where(name => before.ContainsKey(name) && now.ContainsKey(name)))
        {
            var upstream = Upstream(before[name], now[name], all);
            causes.AddRange(upstream.Count > 0 ? upstream : [Difference(name)]);
        }

        // That there are more or fewer inputs follows from a setting, unless nothing else differs.
        return causes.Count > 0 ? causes : [.. changed[true].Select(Difference)];

        string Difference(string name) => (before.GetValueOrDefault(name), now.GetValueOrDefault(name)) switch
        {
            var (old, value) when name.StartsWith(CodePrefix, StringComparison.Ordinal) || !FitsALine(old) || !FitsALine(value) => $"{name} changed",
            (null, var value) => $"{name} {Shown(value!)} is new",
            (var value, null) => $"{name} {Shown(value)} is gone",
            var (old, value) => $"{name} {Shown(old)} -> {Shown(value)}",
        };
    }

    // An artifact may be the result of several keys: the two that are most alike tell the cause and nothing that has no effect.
    private static IReadOnlyList<string> Upstream(string before, string now, Lazy<IReadOnlyList<StageRecord>> all)
    {
        var pairs =
            from earlier in all.Value.Where(record => Made(record, before))
            from later in all.Value.Where(record => Made(record, now))
            where earlier.Stage == later.Stage && earlier.Key != later.Key
            orderby Changed(earlier.Components, later.Components).Count()
            select (earlier, later);
        return pairs.Select(pair => Causes(pair.earlier.Components, pair.later.Components, all)).FirstOrDefault([]);
    }

    private static bool Made(StageRecord record, string digest) => record.Outputs.Values.Any(artifact => artifact.Sha256 == digest);

    private static IEnumerable<string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now) =>
        before.Keys.Union(now.Keys).Where(name => before.GetValueOrDefault(name) != now.GetValueOrDefault(name)).Order(StringComparer.Ordinal);

    private static bool FitsALine(string? value) => value is null || (value.Length <= LongestValue && !value.Contains('\n'));

    private static string Shown(string value) =>
        value.Length == DigestLength && value.All(char.IsAsciiHexDigitLower) ? value[..ShownDigits] : value;
}
