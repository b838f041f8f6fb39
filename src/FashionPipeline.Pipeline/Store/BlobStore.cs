using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store;

/// <summary>
/// Artifacts by content. Whatever is read is checked against its digest. A blob that was checked gets the time <see cref="Checked"/>:
/// while it has that time and its length nobody has written to it since, and it counts as intact without being read.
/// </summary>
/// <param name="layout">Paths of the store.</param>
public sealed class BlobStore(StoreLayout layout)
{
    private static readonly DateTime Checked = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Keeps <paramref name="bytes"/> and says under which name.</summary>
    /// <exception cref="IOException">The store is full or cannot be written to.</exception>
    public Artifact Publish(byte[] bytes)
    {
        var artifact = Artifact.Of(bytes);
        if (!IsIntact(artifact)) // what is there under the name is not trusted: a damaged blob is replaced
        {
            var path = layout.Blob(artifact.Sha256);
            AtomicFile.Write(path, bytes);
            Mark(path);
        }

        return artifact;
    }

    /// <summary>Whether the artifact is there, whatever its bytes.</summary>
    public bool Has(Artifact artifact) => File.Exists(layout.Blob(artifact.Sha256));

    /// <summary>
    /// Whether the artifact is there and was not touched since its bytes were checked; one that was touched is checked now.
    /// </summary>
    public bool IsCurrent(Artifact artifact)
    {
        var file = new FileInfo(layout.Blob(artifact.Sha256));
        return file.Exists && file.Length == artifact.Bytes && (file.LastWriteTimeUtc == Checked || IsIntact(artifact));
    }

    /// <summary>True where the artifact is there and its bytes still have its name: reads all of it.</summary>
    public bool IsIntact(Artifact artifact)
    {
        var path = layout.Blob(artifact.Sha256);
        if (!artifact.IsIn(path))
        {
            return false;
        }

        Mark(path);
        return true;
    }

    /// <summary>The bytes of a digest; null where they are missing or damaged.</summary>
    public byte[]? Find(string sha256)
    {
        return Artifact.IsDigest(sha256) && layout.Blob(sha256) is var path && File.Exists(path)
            && File.ReadAllBytes(path) is var bytes && Artifact.Of(bytes).Sha256 == sha256 ? bytes : null;
    }

    /// <summary>All bytes of an artifact, checked against its digest.</summary>
    /// <exception cref="DamagedArtifactException">It is missing or damaged.</exception>
    public byte[] Read(Artifact artifact) => CheckedFile.Read(layout.Blob(artifact.Sha256), artifact);

    /// <summary>Moves a blob out of the way whose bytes no longer have its name; one that is intact or missing stays so.</summary>
    /// <returns>Whether it was moved.</returns>
    public bool Quarantine(Artifact artifact)
    {
        var path = layout.Blob(artifact.Sha256);
        if (!File.Exists(path) || artifact.IsIn(path))
        {
            return false;
        }

        StoreFiles.Quarantine(layout, path);
        return true;
    }

    // In a store that cannot be written to, a blob without the mark is read each time.
    private static void Mark(string path)
    {
        try
        {
            if (File.GetLastWriteTimeUtc(path) != Checked)
            {
                File.SetLastWriteTimeUtc(path, Checked);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
        }
    }
}
