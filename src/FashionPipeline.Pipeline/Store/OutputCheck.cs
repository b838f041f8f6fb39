using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store;

/// <summary>Whether the artifacts that a record names are those of a node. A record may be a stranger's.</summary>
internal static class OutputCheck
{
    /// <summary>What is wrong with them, in a few words; null for nothing.</summary>
    /// <param name="node">The node.</param>
    /// <param name="outputs">The artifacts by name.</param>
    public static string? FindFault(StageNode node, IReadOnlyDictionary<string, Artifact> outputs)
    {
        foreach (var (name, artifact) in outputs)
        {
            if (!OutputNames.Allow(node.Work.Outputs, name) || name.Any(char.IsControl))
            {
                return $"an artifact that {node.Id} does not declare";
            }

            if (!Artifact.IsDigest(artifact?.Sha256) || artifact!.Bytes < 0 || artifact.Bytes >= Array.MaxLength)
            {
                return $"no digest of {name}, or a length that no artifact can have";
            }
        }

        return OutputNames.Missing(node.Work.Outputs, outputs.Keys).FirstOrDefault() is { } missing ? $"no artifact {missing}" : null;
    }
}
