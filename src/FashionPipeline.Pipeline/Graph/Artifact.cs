using System.Security.Cryptography;

namespace FashionPipeline.Pipeline.Graph;

/// <summary>A file that a node made, named by the SHA-256 of its bytes.</summary>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="Bytes">Length in bytes.</param>
public sealed record Artifact(string Sha256, long Bytes)
{
    /// <summary>Whether a text is a digest, and not a path that somebody wrote in its place.</summary>
    public static bool IsDigest(string? text) => text is { Length: 2 * SHA256.HashSizeInBytes } && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The artifact that has these bytes.</summary>
    public static Artifact Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);

    /// <summary>Whether a file is there and holds these bytes: reads all of it.</summary>
    public bool IsIn(string path)
    {
        if (new FileInfo(path) is not { Exists: true } info || info.Length != Bytes)
        {
            return false;
        }

        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file)) == Sha256;
    }

    /// <summary>Digest and length, as locks write them.</summary>
    public override string ToString() => FormattableString.Invariant($"{Sha256} {Bytes}");
}
