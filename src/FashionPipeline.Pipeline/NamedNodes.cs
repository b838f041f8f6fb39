using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline;

/// <summary>The nodes that a user names.</summary>
internal static class NamedNodes
{
    /// <summary>Requires that each name stands for a node.</summary>
    /// <param name="experiment">Name of the experiment.</param>
    /// <param name="patterns">What was typed: <c>train/cnn/12345</c>, <c>train/*/1</c>.</param>
    /// <param name="nodes">The nodes that there are.</param>
    /// <exception cref="InputException">One stands for none.</exception>
    public static void Require(string experiment, IReadOnlyList<string> patterns, IEnumerable<string> nodes)
    {
        if (patterns.FirstOrDefault(pattern => !nodes.Any(node => StageGraph.IsMatch(pattern, node))) is { } unknown)
        {
            throw new InputException($"Experiment '{experiment}' has no node '{unknown}': {NearestName.Suggest(unknown, nodes)}");
        }
    }
}
