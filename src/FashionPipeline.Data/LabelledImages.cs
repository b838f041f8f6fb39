using System.Buffers.Binary;
using System.Security.Cryptography;

namespace FashionPipeline.Data;

/// <summary>Images of one size with one label each, as bytes: the form in which data passes between the rooms.</summary>
public sealed record LabelledImages
{
    /// <summary>Rows of an image.</summary>
    public required int Height { get; init; }

    /// <summary>Columns of an image.</summary>
    public required int Width { get; init; }

    /// <summary>Values of a pixel: 1 (grey) or 3 (red, green, blue).</summary>
    public int Channels { get; init; } = 1;

    /// <summary>All pixels, 0 to 255, image after image, row after row: [count, height, width, channels].</summary>
    public required byte[] Pixels { get; init; }

    /// <summary>The class of each image, counted from 0: [count].</summary>
    public required byte[] Labels { get; init; }

    /// <summary>How many images there are.</summary>
    public int Count => Labels.Length;

    /// <summary>The size of an image.</summary>
    public ImageShape Shape => new(Height, Width, Channels);

    /// <summary>Values of one image: one for each channel of each pixel.</summary>
    public int ValuesPerImage => Shape.Values;

    /// <summary>The pixels of the image at <paramref name="index"/>: [height, width, channels].</summary>
    public ReadOnlySpan<byte> Image(int index) => Pixels.AsSpan(index * ValuesPerImage, ValuesPerImage);

    /// <summary>
    /// SHA-256 of all that is here, in whatever file it was, in hexadecimal: of number of images, height, width and channels (32 bits each,
    /// lowest byte first), then <see cref="Pixels"/>, then <see cref="Labels"/>.
    /// </summary>
    public string ContentDigest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var number = new byte[sizeof(int)];
        foreach (var size in new[] { Count, Height, Width, Channels })
        {
            BinaryPrimitives.WriteInt32LittleEndian(number, size);
            hash.AppendData(number);
        }

        hash.AppendData(Pixels);
        hash.AppendData(Labels);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
