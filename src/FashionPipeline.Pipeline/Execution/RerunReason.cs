using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>Says why a stage has to run: what differs between the key that it had last and the one that it has now.</summary>
public static class RerunReason
{
    private const int MostDifferences = 3;
    private const int DigestLength = 64;
    private const int ShownDigits = 12;

    /// <summary>The reason in a few words: <c>training.epochs 5 -> 8</c>.</summary>
    /// <param name="latest">The record that the stage had last in this experiment; null where it never ran.</param>
    /// <param name="key">The key that it has now.</param>
    public static string Of(StageRecord? latest, StageKey key)
    {
        if (latest is null)
        {
            return "no earlier result";
        }

        var names = latest.Components.Keys.Union(key.Components.Keys).Order(StringComparer.Ordinal);
        var differences = names.Select(name => Difference(name, latest.Components.GetValueOrDefault(name), key.Components.GetValueOrDefault(name)))
            .OfType<string>().ToList();
        if (differences.Count == 0)
        {
            return "its result is missing from the store";
        }

        var more = differences.Count - MostDifferences;
        return string.Join(", ", differences.Take(MostDifferences)) + (more > 0 ? FormattableString.Invariant($" and {more} more") : "");
    }

    private static string? Difference(string name, string? before, string? now) => (before, now) switch
    {
        _ when before == now => null,
        _ when name.StartsWith("code.", StringComparison.Ordinal) => $"{name} changed",
        (null, _) => $"{name} {Shown(now!)} is new",
        (_, null) => $"{name} {Shown(before)} is gone",
        _ => $"{name} {Shown(before)} -> {Shown(now)}",
    };

    private static string Shown(string value) =>
        value.Length == DigestLength && value.All(char.IsAsciiHexDigitLower) ? value[..ShownDigits] : value;
}
