namespace FashionPipeline.Pipeline.Sharing;

/// <summary>Nodes in a line, of which there may be thousands.</summary>
internal static class NodeList
{
    private const int MostShown = 10;

    /// <summary>The first ones, and how many more there are.</summary>
    public static string Of(IReadOnlyList<string> nodes) => string.Join(", ", nodes.Take(MostShown))
        + (nodes.Count > MostShown ? FormattableString.Invariant($" and {nodes.Count - MostShown} more") : "");
}
