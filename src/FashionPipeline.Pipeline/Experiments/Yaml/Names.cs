using F23.StringSimilarity;

namespace FashionPipeline.Pipeline.Experiments.Yaml;

/// <summary>Words for a name that nobody knows.</summary>
internal static class Names
{
    private static readonly Damerau Distance = new();

    /// <summary>What to type instead: <c>did you mean 'epochs'? Known: batch_size, epochs</c>, the nearest first.</summary>
    /// <param name="name">What was found.</param>
    /// <param name="known">What could stand there.</param>
    public static string Suggest(string name, IEnumerable<string> known)
    {
        var nearest = known.OrderBy(other => Distance.Distance(name, other)).ThenBy(other => other, StringComparer.Ordinal).ToList();
        return nearest.Count == 0 ? "there are none" : $"did you mean '{nearest[0]}'? Known: {string.Join(", ", nearest)}";
    }
}
