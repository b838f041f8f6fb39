using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store;

/// <summary>Reads files whose content is known by its digest.</summary>
internal static class CheckedFile
{
    /// <summary>All bytes of the file, which is the artifact.</summary>
    /// <exception cref="DamagedArtifactException">It is missing, or its bytes are others.</exception>
    public static byte[] Read(string path, Artifact artifact)
    {
        try
        {
            return new FileInfo(path).Length == artifact.Bytes && File.ReadAllBytes(path) is var bytes && Artifact.Of(bytes) == artifact
                ? bytes
                : throw new DamagedArtifactException(path, artifact);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DamagedArtifactException(path, artifact);
        }
    }
}
