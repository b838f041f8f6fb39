namespace FashionPipeline.Data.Decoding;

/// <summary>
/// Brings an image to another size and other channels. All sums are of whole numbers, so that the result is the same on every processor.
/// </summary>
public static class ImageFit
{
    // Of red, green and blue, in thousandths: ITU-R Recommendation BT.601.
    private static readonly int[] Luma = [299, 587, 114];
    private const int LumaSum = 1000;

    /// <summary>
    /// Grey of colours is their luma; colours of grey are three times the same. Each pixel of the result is the average of the area that it
    /// covers in the image, which is stretched where the sides have another ratio.
    /// </summary>
    /// <param name="image">The image.</param>
    /// <param name="shape">The size and the channels of the result.</param>
    public static DecodedImage Of(DecodedImage image, ImageShape shape)
    {
        var channelled = image.Shape.IsColour && !shape.IsColour ? Grey(image) : image.WithChannels(shape.Channels);
        return channelled.Shape == shape ? channelled : Average(channelled, shape);
    }

    private static DecodedImage Grey(DecodedImage image)
    {
        var grey = image.Shape with { Channels = 1 };
        var pixels = new byte[grey.Values];
        for (var i = 0; i < pixels.Length; i++)
        {
            var colours = image.Pixels.AsSpan(i * Luma.Length, Luma.Length);
            var luma = (colours[0] * Luma[0]) + (colours[1] * Luma[1]) + (colours[2] * Luma[2]);
            pixels[i] = (byte)((luma + (LumaSum / 2)) / LumaSum);
        }

        return new DecodedImage(grey, pixels);
    }

    private static DecodedImage Average(DecodedImage image, ImageShape shape)
    {
        var pixels = new byte[shape.Values];
        var area = (long)image.Shape.Height * image.Shape.Width;
        for (var y = 0; y < shape.Height; y++)
        {
            for (var x = 0; x < shape.Width; x++)
            {
                for (var channel = 0; channel < shape.Channels; channel++)
                {
                    var sum = 0L;
                    foreach (var (row, rowWeight) in Covered(y, shape.Height, image.Shape.Height))
                    {
                        foreach (var (column, columnWeight) in Covered(x, shape.Width, image.Shape.Width))
                        {
                            var value = image.Pixels[(((row * image.Shape.Width) + column) * shape.Channels) + channel];
                            sum += rowWeight * columnWeight * value;
                        }
                    }

                    pixels[(((y * shape.Width) + x) * shape.Channels) + channel] = (byte)((sum + (area / 2)) / area);
                }
            }
        }

        return new DecodedImage(shape, pixels);
    }

    // Which of so many old pixels of a side a new one covers, each with its share. All shares of a new pixel make up the old side.
    private static IEnumerable<(int Place, long Weight)> Covered(int place, int side, int oldSide)
    {
        var (start, end) = ((long)place * oldSide, (place + 1L) * oldSide);
        for (var old = start / side; old * side < end; old++)
        {
            yield return ((int)old, Math.Min((old + 1) * side, end) - Math.Max(old * side, start));
        }
    }
}
