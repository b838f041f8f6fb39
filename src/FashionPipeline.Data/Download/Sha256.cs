using System.Security.Cryptography;

namespace FashionPipeline.Data.Download;

/// <summary>The digest that tells whether a file is the right one.</summary>
internal static class Sha256
{
    public static async Task<string> OfFileAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan | FileOptions.Asynchronous);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }
}
