using System.Security.Cryptography;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store;

/// <summary>Artifacts by content. A blob that is intact is never written again.</summary>
/// <param name="layout">Paths of the store.</param>
public sealed class BlobStore(StoreLayout layout)
{
    /// <summary>Keeps <paramref name="bytes"/> and says under which name.</summary>
    public Artifact Publish(byte[] bytes)
    {
        var artifact = Artifact.Of(bytes);
        if (!IsIntact(artifact)) // what is there under the name is not trusted: a damaged blob is replaced
        {
            AtomicFile.Write(layout.Blob(artifact.Sha256), bytes);
        }

        return artifact;
    }

    /// <summary>Whether the artifact is there, whatever its bytes.</summary>
    public bool Has(Artifact artifact) => File.Exists(layout.Blob(artifact.Sha256));

    /// <summary>True where the artifact is there and its bytes still have its name.</summary>
    public bool IsIntact(Artifact artifact)
    {
        var path = layout.Blob(artifact.Sha256);
        if (!File.Exists(path))
        {
            return false;
        }

        using var file = File.OpenRead(path);
        return file.Length == artifact.Bytes && Convert.ToHexStringLower(SHA256.HashData(file)) == artifact.Sha256;
    }

    /// <summary>The bytes of a digest; null where they are missing or damaged.</summary>
    public byte[]? Find(string sha256)
    {
        var path = layout.Blob(sha256);
        return File.Exists(path) && File.ReadAllBytes(path) is var bytes && Artifact.Of(bytes).Sha256 == sha256 ? bytes : null;
    }

    /// <summary>All bytes of an artifact, checked against its digest.</summary>
    /// <exception cref="InputException">It is missing or damaged.</exception>
    public byte[] Read(Artifact artifact) => CheckedFile.Read(layout.Blob(artifact.Sha256), artifact);

    /// <summary>Moves a blob out of the way whose bytes no longer have its name, so that it can be made again; one that is intact or missing stays so.</summary>
    /// <param name="artifact">The artifact.</param>
    /// <param name="report">Is told what was moved, and where to.</param>
    public void Quarantine(Artifact artifact, Action<string> report)
    {
        if (!Has(artifact) || IsIntact(artifact))
        {
            return;
        }

        var quarantine = layout.Quarantined(artifact.Sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(quarantine)!);
        File.Move(layout.Blob(artifact.Sha256), quarantine, overwrite: true);
        report($"The store's blob {artifact.Sha256} was damaged; it was moved to {quarantine} and is made again.");
    }
}
