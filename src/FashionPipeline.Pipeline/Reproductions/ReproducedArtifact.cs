using System.Text.Json.Serialization;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Reproductions;

/// <summary>An artifact in a reproduction.</summary>
/// <param name="Node">The node that makes it.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Expected">Its SHA-256 in the lock; null where the lock has none.</param>
/// <param name="Found">Its SHA-256 now; null where none was made.</param>
/// <param name="Difference">The first place where the two differ; null where they are equal, or one of them is not at hand.</param>
public sealed record ReproducedArtifact(
    string Node,
    string Name,
    string? Expected,
    string? Found,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Difference)
{
    /// <summary>Whether its bytes are those of the lock.</summary>
    [JsonIgnore]
    public bool IsEqual => Expected == Found;

    /// <summary>What is said of it in the table.</summary>
    [JsonIgnore]
    public string Text => IsEqual ? "equal" : Expected is null ? "NEW" : Found is null ? "MISSING" : $"DIFFERENT: {Difference}";

    /// <summary>Compares one artifact.</summary>
    internal static ReproducedArtifact Of(NodeOutput output, ReproducedReport expected, ReproducedReport found)
    {
        var (before, now) = (expected.Artifacts.GetValueOrDefault(output), found.Artifacts.GetValueOrDefault(output));
        var difference = before is null || now is null || before == now ? null
            : expected.Read(output) is { } bytes && found.Read(output) is { } others
                ? ArtifactDifference.Of(output.Output, bytes, others)
                : $"{ShortDigest.Of(before)} -> {ShortDigest.Of(now)}; the store holds no {output.Output} of the lock to compare with";
        return new(output.Node, output.Output, before, now, difference);
    }
}
