using System.Buffers.Binary;
using System.IO.Compression;
using FashionPipeline.Data;

namespace FashionPipeline.Tests.Data.Idx;

/// <summary>Writes IDX files as the format's description has them: magic number, sizes, values, high bytes first.</summary>
internal static class IdxBytes
{
    public static byte[] OfImages(LabelledImages images) => Of(0x803, images.Pixels, images.Count, images.Height, images.Width);

    public static byte[] OfLabels(LabelledImages images) => Of(0x801, images.Labels, images.Count);

    public static byte[] Of(int magic, byte[] values, params int[] sizes)
    {
        var bytes = new byte[4 + (4 * sizes.Length)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, magic);
        for (var i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 + (4 * i)), sizes[i]);
        }

        return [.. bytes, .. values];
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
