namespace FashionPipeline.Pipeline.Graph;

/// <summary>The inputs of one node: what it declares, and nothing else.</summary>
/// <param name="node">Name of the node, for messages.</param>
/// <param name="artifacts">The artifact behind each name.</param>
/// <param name="read">Reads the bytes of an input by its name, and has checked them against its digest.</param>
public sealed class StageInputs(string node, IReadOnlyDictionary<string, Artifact> artifacts, Func<string, byte[]> read)
{
    /// <summary>Names and artifacts in the ordinal order of the names.</summary>
    public IEnumerable<KeyValuePair<string, Artifact>> All => artifacts.OrderBy(input => input.Key, StringComparer.Ordinal);

    /// <summary>All bytes of an input.</summary>
    /// <exception cref="InvalidOperationException">The node does not declare it: its key would not hold what it reads.</exception>
    public byte[] Read(string name) => artifacts.ContainsKey(name)
        ? read(name)
        : throw new InvalidOperationException(
            $"{node} asks for the input '{name}', which it does not declare. It declares: "
                + $"{string.Join(", ", artifacts.Keys.Order(StringComparer.Ordinal))}.");
}
