using System.Security.Cryptography;
using FashionPipeline.Data.Files;

namespace FashionPipeline.Pipeline.Store;

/// <summary>Artifacts by content: <c>blobs/ab/&lt;sha256&gt;</c>. A blob, once there, is never written again.</summary>
/// <param name="folder">Folder of the store.</param>
public sealed class BlobStore(string folder)
{
    /// <summary>Keeps <paramref name="bytes"/> and says under which name.</summary>
    public Artifact Publish(byte[] bytes)
    {
        var artifact = new Artifact(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
        if (!Has(artifact))
        {
            AtomicFile.Write(PathOf(artifact), bytes);
        }

        return artifact;
    }

    /// <summary>Whether the artifact is there, whatever its bytes.</summary>
    public bool Has(Artifact artifact) => File.Exists(PathOf(artifact));

    /// <summary>All bytes of an artifact that <see cref="IsIntact"/> has vouched for.</summary>
    public byte[] Read(Artifact artifact) => File.ReadAllBytes(PathOf(artifact));

    /// <summary>
    /// True where the artifact is there and its bytes still have its name. A blob whose bytes have changed is moved to
    /// <c>quarantine/</c> and named on <paramref name="report"/>, so that its stage makes it again.
    /// </summary>
    public bool IsIntact(Artifact artifact, Action<string> report)
    {
        var path = PathOf(artifact);
        if (!File.Exists(path))
        {
            return false;
        }

        using (var file = File.OpenRead(path))
        {
            if (Convert.ToHexStringLower(SHA256.HashData(file)) == artifact.Sha256)
            {
                return true;
            }
        }

        var quarantine = Path.Combine(folder, "quarantine", artifact.Sha256);
        Directory.CreateDirectory(Path.GetDirectoryName(quarantine)!);
        File.Move(path, quarantine, overwrite: true);
        report($"The store's blob {artifact.Sha256} was damaged; it was moved to {quarantine} and is made again.");
        return false;
    }

    private string PathOf(Artifact artifact) => Path.Combine(folder, "blobs", artifact.Sha256[..2], artifact.Sha256);
}
