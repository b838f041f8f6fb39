namespace FashionPipeline.Pipeline.Graph;

/// <summary>Takes the artifacts of one node; they are kept all together, once the node is done.</summary>
/// <param name="node">Name of the node, for messages.</param>
/// <param name="declared">The names that it declares.</param>
public sealed class StageOutputs(string node, IReadOnlyList<string> declared)
{
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    /// <summary>The artifacts by name, ordered.</summary>
    /// <exception cref="InvalidOperationException">One that the node declares is missing.</exception>
    public IReadOnlyDictionary<string, byte[]> Files
    {
        get
        {
            var missing = OutputNames.Missing(declared, files.Keys).ToList();
            return missing.Count == 0
                ? files
                : throw new InvalidOperationException($"{node} ended without {string.Join(", ", missing)}, which it declares.");
        }
    }

    /// <summary>Hands an artifact over.</summary>
    /// <exception cref="InvalidOperationException">The node does not declare it, or handed it over before.</exception>
    public void Add(string name, byte[] bytes)
    {
        if (!OutputNames.Allow(declared, name) || !files.TryAdd(name, bytes))
        {
            throw new InvalidOperationException(
                $"{node} makes '{name}', which it does not declare or has made already. It declares: {string.Join(", ", declared)}.");
        }
    }
}
