using F23.StringSimilarity;

namespace FashionPipeline.Foundation.Names;

/// <summary>
/// Finds what was meant by a name that nobody knows: the one with the fewest slips of the finger between them, by Damerau's distance
/// without regard to case.
/// </summary>
public static class NearestName
{
    private static readonly Damerau Slips = new();

    /// <summary>The name that was probably meant; null where none is like it.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="known">What could stand there.</param>
    public static string? Find(string found, IEnumerable<string> known) =>
        Order(found, known).FirstOrDefault() is { } nearest && IsLike(found.ToUpperInvariant(), nearest.ToUpperInvariant())
            ? nearest : null;

    /// <summary>The names that could stand there, the nearest first.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="known">What could stand there.</param>
    public static IReadOnlyList<string> Order(string found, IEnumerable<string> known)
    {
        var meant = found.ToUpperInvariant();
        return [.. known.OrderBy(name => Slips.Distance(name.ToUpperInvariant(), meant)).ThenBy(name => name, StringComparer.Ordinal)];
    }

    /// <summary>
    /// What to type instead: <c>did you mean 'epochs'? Known: epochs, batch_size</c>; only what is known where none of that is like it.
    /// </summary>
    /// <param name="found">What was found.</param>
    /// <param name="known">What could stand there.</param>
    public static string Suggest(string found, IEnumerable<string> known) => Order(found, known) switch
    {
        [] => "there are none",
        var names => (Find(found, names) is { } meant ? $"did you mean '{meant}'? Known: " : "known: ") + string.Join(", ", names),
    };

    // Of three letters one may be wrong; more, and it is another name.
    private static bool IsLike(string found, string name)
    {
        var slips = (int)Slips.Distance(found, name);
        return name.StartsWith(found, StringComparison.Ordinal) || found.StartsWith(name, StringComparison.Ordinal)
            || slips + slips + slips < Math.Max(found.Length, name.Length) + 3;
    }
}
