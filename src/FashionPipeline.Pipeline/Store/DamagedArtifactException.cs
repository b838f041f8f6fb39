using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store;

/// <summary>A file that should be an artifact is missing or has other bytes; whoever made it can make it again.</summary>
/// <param name="path">The file.</param>
/// <param name="artifact">What it should be.</param>
public sealed class DamagedArtifactException(string path, Artifact artifact) : Exception(
    $"{path} is {(File.Exists(path) ? "damaged" : "missing")}.\n  expected: SHA-256 {artifact.Sha256}, {artifact.Bytes} bytes")
{
    /// <summary>What the file should be.</summary>
    public Artifact Artifact => artifact;
}
