using F23.StringSimilarity;

namespace FashionPipeline.Foundation.Names;

/// <summary>
/// Finds what was meant by a name that nobody knows: the one with the fewest slips of the finger between them, by Damerau's distance
/// without regard to case.
/// </summary>
public static class NearestName
{
    private static readonly Damerau Slips = new();

    /// <summary>The names that could stand there, the nearest first.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="known">What could stand there.</param>
    public static IReadOnlyList<string> Order(string found, IEnumerable<string> known)
    {
        var meant = found.ToUpperInvariant();
        return [.. known.OrderBy(name => Slips.Distance(name.ToUpperInvariant(), meant)).ThenBy(name => name, StringComparer.Ordinal)];
    }

    /// <summary>What to type instead: <c>did you mean 'epochs'? Known: epochs, batch_size</c>.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="known">What could stand there.</param>
    public static string Suggest(string found, IEnumerable<string> known) => Order(found, known) switch
    {
        [] => "there are none",
        [var nearest, ..] names => $"did you mean '{nearest}'? Known: {string.Join(", ", names)}",
    };
}
