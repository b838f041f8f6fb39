using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using FashionPipeline.Data;

namespace FashionPipeline.Tests.Data.Decoding;

/// <summary>Writes PNG files as the format's description has them (ISO/IEC 15948), without any library for images.</summary>
internal static class PngBytes
{
    /// <summary>A grey or coloured image of 8 bits a channel.</summary>
    public static byte[] Of(ReadOnlySpan<byte> pixels, ImageShape shape) =>
        Of(pixels, shape.Height, shape.Width, colourType: (byte)(shape.IsColour ? 2 : 0), bytesOfPixel: shape.Channels);

    /// <summary>An image of any kind.</summary>
    /// <param name="pixels">Its bytes, row after row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    /// <param name="colourType">0 grey, 2 colour, 4 grey with alpha, 6 colour with alpha.</param>
    /// <param name="bytesOfPixel">Bytes of a pixel.</param>
    /// <param name="bits">Bits of a channel.</param>
    public static byte[] Of(ReadOnlySpan<byte> pixels, int height, int width, byte colourType, int bytesOfPixel, byte bits = 8)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (bits, colourType);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0); // no filter
                zlib.Write(pixels.Slice(y * width * bytesOfPixel, width * bytesOfPixel));
            }
        }

        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        var chunk = new byte[4 + named.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + named.Length), Crc32(named));
        return chunk;
    }

    private static uint Crc32(byte[] bytes)
    {
        var value = uint.MaxValue;
        foreach (var part in bytes)
        {
            value ^= part;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
            }
        }

        return ~value;
    }
}
