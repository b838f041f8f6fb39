using System.Security.Cryptography;

namespace FashionPipeline.Foundation.Files;

/// <summary>A file that carries the SHA-256 of its content in front of it: what is read back is what was written, or nothing.</summary>
public static class SealedFile
{
    /// <summary>Writes the content and its digest, all or nothing.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content) => AtomicFile.Write(path, Sealed(content));

    /// <summary>Writes what is found out again where it is missing: nothing, where nothing can be written at all.</summary>
    /// <exception cref="IOException">It cannot be written, though its folder is no read-only one.</exception>
    public static void WriteWhereAllowed(string path, ReadOnlySpan<byte> content) => AtomicFile.WriteWhereAllowed(path, Sealed(content));

    /// <summary>The content; null where the file is damaged.</summary>
    /// <exception cref="FileNotFoundException">There is no file.</exception>
    public static ReadOnlyMemory<byte>? Read(string path)
    {
        ReadOnlyMemory<byte> file = File.ReadAllBytes(path);
        return file.Length >= SHA256.HashSizeInBytes
            && file.Span[..SHA256.HashSizeInBytes].SequenceEqual(SHA256.HashData(file.Span[SHA256.HashSizeInBytes..]))
            ? (ReadOnlyMemory<byte>?)file[SHA256.HashSizeInBytes..]
            : null;
    }

    private static byte[] Sealed(ReadOnlySpan<byte> content) => [.. SHA256.HashData(content), .. content];
}
