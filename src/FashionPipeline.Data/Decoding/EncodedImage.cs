using System.Buffers.Binary;
using StbImageSharp;

namespace FashionPipeline.Data.Decoding;

/// <summary>
/// A PNG or JPEG file whose pixels can be read. The decoder computes in whole numbers, so that a file gives the same pixels on every
/// processor. What would be lost is refused: 16 bits a channel, and pixels that can be seen through.
/// </summary>
public sealed class EncodedImage
{
    private const int OpaqueAlpha = 255;

    private readonly byte[] file;

    private EncodedImage(byte[] file, int height, int width) => (this.file, Height, Width) = (file, height, width);

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Looks at the beginning of a file, and decodes nothing yet.</summary>
    /// <param name="file">All of it.</param>
    /// <exception cref="InvalidDataException">It is no such image; the message goes on where a sentence began with its name.</exception>
    public static EncodedImage Open(byte[] file)
    {
        var isJpeg = file is [0xFF, 0xD8, 0xFF, ..];
        if (!isJpeg && file is not [0x89, (byte)'P', (byte)'N', (byte)'G', ..])
        {
            throw new InvalidDataException("is neither PNG nor JPEG");
        }

        if (!(isJpeg ? HasAllSegments(file) : HasAllChunks(file)))
        {
            throw Damaged();
        }

        return Decoding(() => ImageInfo.FromStream(new MemoryStream(file))) switch
        {
            null => throw Damaged(),
            { BitsPerChannel: > 8 } => throw new InvalidDataException("has 16 bits a channel; expected 8"),
            { } info => new EncodedImage(file, info.Height, info.Width),
        };
    }

    /// <summary>Decodes it: as grey where the file has grey pixels, else as red, green and blue.</summary>
    /// <exception cref="InvalidDataException">
    /// It is damaged, or transparent; the message goes on where a sentence began with its name.
    /// </exception>
    public DecodedImage Decode()
    {
        var image = Decoding(() => ImageResult.FromMemory(file));
        var values = (int)image.SourceComp;
        var hasAlpha = image.SourceComp is ColorComponents.GreyAlpha or ColorComponents.RedGreenBlueAlpha;
        var shape = new ImageShape(image.Height, image.Width, hasAlpha ? values - 1 : values);
        if (!hasAlpha)
        {
            return new DecodedImage(shape, image.Data);
        }

        var pixels = new byte[shape.Values];
        for (var (from, to) = (0, 0); to < pixels.Length; from += values, to += shape.Channels)
        {
            if (image.Data[from + shape.Channels] != OpaqueAlpha)
            {
                throw new InvalidDataException("has transparent pixels; lay it on a background first");
            }

            image.Data.AsSpan(from, shape.Channels).CopyTo(pixels.AsSpan(to));
        }

        return new DecodedImage(shape, pixels);
    }

    /// <summary>Decodes it where it has a certain size; grey images become coloured ones, but coloured ones never grey.</summary>
    /// <param name="shape">The size that it must have.</param>
    /// <exception cref="InvalidDataException">
    /// It has another one, is in colour where grey is expected, or is damaged or transparent; the message goes on where a sentence began
    /// with its name.
    /// </exception>
    public DecodedImage Decode(ImageShape shape)
    {
        if ((Height, Width) != (shape.Height, shape.Width))
        {
            throw new InvalidDataException($"has {Height} x {Width} pixels; expected {shape.Height} x {shape.Width}");
        }

        var image = Decode();
        return shape.IsColour || image.IsGrey
            ? image.WithChannels(shape.Channels)
            : throw new InvalidDataException("is in colour; expected grey, as the data set has one channel");
    }

    // The decoder looks without end for what a file lacks that is cut short. Of a PNG that is one of the chunks up to the last one, ...
    private static bool HasAllChunks(ReadOnlySpan<byte> png)
    {
        const int SignatureBytes = 8;
        const int BytesBesideContent = 12; // length, name, checksum
        for (long place = SignatureBytes; place + BytesBesideContent <= png.Length;)
        {
            var chunk = png[(int)place..];
            place += BytesBesideContent + BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (chunk[4..8].SequenceEqual("IEND"u8))
            {
                return place <= png.Length;
            }
        }

        return false;
    }

    // ... and of a JPEG one of the segments before the pixels, or the mark behind them.
    private static bool HasAllSegments(ReadOnlySpan<byte> jpeg)
    {
        const byte Mark = 0xFF;
        const byte StartOfScan = 0xDA;
        const byte EndOfImage = 0xD9;
        var place = 2;
        while (place + 4 <= jpeg.Length && jpeg[place] == Mark)
        {
            switch (jpeg[place + 1])
            {
                case Mark: // fills
                    place++;
                    break;
                case StartOfScan:
                    return jpeg[place..].IndexOf([Mark, EndOfImage]) >= 0;
                default:
                    place += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(place + 2)..]);
                    break;
            }
        }

        return false;
    }

    // The decoder meets damage with exceptions of many types, whose messages help nobody.
    private static T Decoding<T>(Func<T> decode)
    {
        try
        {
            return decode();
        }
        catch (Exception fault)
        {
            throw Damaged(fault);
        }
    }

    private static InvalidDataException Damaged(Exception? fault = null) => new("is damaged: it cannot be decoded", fault);
}
