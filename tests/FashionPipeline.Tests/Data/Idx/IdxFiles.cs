using System.Buffers.Binary;
using System.IO.Compression;

namespace FashionPipeline.Tests.Data.Idx;

/// <summary>Writes IDX files for tests.</summary>
internal static class IdxFiles
{
    public static byte[] Images(int count, int height, int width, byte[] pixels) => [.. Header(0x803, count, height, width), .. pixels];

    public static byte[] Labels(params byte[] labels) => [.. Header(0x801, labels.Length), .. labels];

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Header(params int[] words)
    {
        var bytes = new byte[4 * words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * i), words[i]);
        }

        return bytes;
    }
}
