using SkiaSharp;

namespace FashionPipeline.Reporting.Diff;

/// <summary>Compares two pictures pixel by pixel.</summary>
public static class PictureComparison
{
    private const byte Faded = 96;

    private static readonly SKColor Different = new(0xD0, 0x10, 0x30);

    /// <summary>Which share of the pixels differs, and a picture of the later one, faded, with these in red.</summary>
    /// <param name="before">What it was, as PNG.</param>
    /// <param name="now">What it is, as PNG.</param>
    /// <exception cref="ArgumentException">One of the two is no picture.</exception>
    public static (double Share, byte[] Difference) Of(byte[] before, byte[] now)
    {
        using var old = Decode(before);
        using var value = Decode(now);
        var (width, height) = (Math.Max(old.Width, value.Width), Math.Max(old.Height, value.Height));
        var (first, second, shown) = (old.Pixels, value.Pixels, new SKColor[width * height]);
        var count = 0;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var isInBoth = x < old.Width && y < old.Height && x < value.Width && y < value.Height;
                var isEqual = isInBoth && first[(y * old.Width) + x] == second[(y * value.Width) + x];
                count += isEqual ? 0 : 1;
                shown[(y * width) + x] = isEqual ? Fade(second[(y * value.Width) + x]) : Different;
            }
        }

        using var difference = new SKBitmap(width, height) { Pixels = shown };
        return ((double)count / shown.Length, Encode(difference));
    }

    /// <summary>A picture of a stranger, drawn anew, so that nothing but its pixels is left.</summary>
    /// <param name="picture">What claims to be a PNG.</param>
    /// <param name="longestSide">Pixels that a side may have.</param>
    /// <returns>The picture as PNG; null where it is none, or larger.</returns>
    public static byte[]? Redrawn(byte[] picture, int longestSide)
    {
        using var codec = SKCodec.Create(new MemoryStream(picture));
        if (codec is not { EncodedFormat: SKEncodedImageFormat.Png } || codec.Info.Width > longestSide || codec.Info.Height > longestSide)
        {
            return null;
        }

        using var bitmap = SKBitmap.Decode(codec);
        return bitmap is null ? null : Encode(bitmap);
    }

    private static SKBitmap Decode(byte[] picture) => SKBitmap.Decode(picture) ?? throw new ArgumentException("This is no picture.");

    private static SKColor Fade(SKColor colour)
    {
        var grey = (byte)(255 - ((255 - ((colour.Red + colour.Green + colour.Blue) / 3)) * Faded / 255));
        return new(grey, grey, grey);
    }

    private static byte[] Encode(SKBitmap bitmap)
    {
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
