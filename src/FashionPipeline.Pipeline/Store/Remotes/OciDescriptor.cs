using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>How a manifest names a blob (OCI image specification 1.1, "Content Descriptors").</summary>
/// <param name="MediaType">What it is.</param>
/// <param name="Digest"><c>sha256:</c> and the digest.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="Data">The blob itself, where it is short; null where it has to be asked for.</param>
internal sealed record OciDescriptor(string? MediaType, string? Digest, long Size, byte[]? Data = null)
{
    private const string Algorithm = "sha256:";

    /// <summary>The digest as registries write it.</summary>
    public static string DigestOf(Artifact artifact) => Algorithm + artifact.Sha256;

    /// <summary>The blob; null where the descriptor, which somebody else wrote, names none.</summary>
    public Artifact? Blob => Digest is { } digest && digest.StartsWith(Algorithm, StringComparison.Ordinal)
        && digest[Algorithm.Length..] is var sha256 && Artifact.IsDigest(sha256) && Size >= 0 ? new Artifact(sha256, Size) : null;
}
