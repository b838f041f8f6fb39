using System.Security.Cryptography;
using System.Text;
using FashionPipeline.Foundation.Files;

namespace FashionPipeline.Pipeline.Store;

/// <summary>Keeps what is put together of many results with what it was made of: an idle run does not put it together again.</summary>
internal static class DerivedFile
{
    /// <summary>The bytes: those that are kept where they were made of the same, else those that are made now.</summary>
    /// <param name="path">Where they are kept.</param>
    /// <param name="source">All that they depend on.</param>
    /// <param name="make">Makes them.</param>
    public static byte[] Of(string path, string source, Func<byte[]> make)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(source));
        if (File.Exists(path) && SealedFile.Read(path) is { } kept && kept.Span.StartsWith(digest))
        {
            return kept[digest.Length..].ToArray();
        }

        var bytes = make();
        SealedFile.WriteWhereAllowed(path, [.. digest, .. bytes]);
        return bytes;
    }
}
