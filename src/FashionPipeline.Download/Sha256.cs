using System.Security.Cryptography;

namespace FashionPipeline.Download;

/// <summary>The digest that tells whether a file is the right one.</summary>
internal static class Sha256
{
    private const int BufferBytes = 1 << 20;

    public static async Task<string> OfFileAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.SequentialScan | FileOptions.Asynchronous);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }

    /// <exception cref="SourceFault">The file at <paramref name="path"/> is another one than <paramref name="file"/>.</exception>
    public static async Task CheckAsync(string path, RemoteFile file, CancellationToken cancellationToken)
    {
        var found = await OfFileAsync(path, cancellationToken);
        if (found != file.Sha256)
        {
            throw new SourceFault(FormattableString.Invariant(
                $"wrong bytes: found SHA-256 {found} ({new FileInfo(path).Length} bytes), expected {file.Sha256} ({file.Bytes} bytes)"));
        }
    }
}
