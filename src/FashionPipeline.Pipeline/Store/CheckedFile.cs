using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store;

/// <summary>Reads files whose content is known by its digest.</summary>
internal static class CheckedFile
{
    /// <summary>All bytes of the file, which is the artifact.</summary>
    /// <exception cref="InputException">It is missing, or its bytes are others.</exception>
    public static byte[] Read(string path, Artifact artifact)
    {
        var found = File.Exists(path) ? File.ReadAllBytes(path) : null;
        return found is not null && Artifact.Of(found) == artifact
            ? found
            : throw new InputException(
                $"{path} is {(found is null ? "missing" : "damaged")} although it was there a moment ago.\n"
                + $"  expected: SHA-256 {artifact.Sha256}, {artifact.Bytes} bytes\nRun the same command again: what is missing is made again.");
    }
}
