using FashionPipeline.Data;
using SkiaSharp;

namespace FashionPipeline.Reporting.Figures;

/// <summary>
/// An image of the data as a reader sees it: grey dark on white, as Matplotlib's <c>Greys</c> shows it; colours as they are.
/// </summary>
internal static class ShownImage
{
    private const byte Opaque = 255;

    /// <summary>Draws the image at <paramref name="index"/>.</summary>
    /// <param name="images">All images.</param>
    /// <param name="index">Which one.</param>
    /// <param name="factor">How many pixels of the picture a pixel of the image has in each direction.</param>
    public static SKImage Of(LabelledImages images, int index, int factor = 1)
    {
        var colour = images.Shape.IsColour;
        using var bitmap = new SKBitmap(
            images.Width * factor, images.Height * factor, colour ? SKColorType.Rgba8888 : SKColorType.Gray8, SKAlphaType.Opaque);
        var pixels = images.Image(index);
        var shown = bitmap.GetPixelSpan();
        for (var y = 0; y < bitmap.Height; y++)
        {
            for (var x = 0; x < bitmap.Width; x++)
            {
                var pixel = pixels[(((y / factor * images.Width) + (x / factor)) * images.Channels)..];
                var place = (y * bitmap.RowBytes) + (x * bitmap.BytesPerPixel);
                if (colour)
                {
                    pixel[..ImageShape.Colours].CopyTo(shown[place..]);
                    shown[place + ImageShape.Colours] = Opaque;
                }
                else
                {
                    shown[place] = (byte)(255 - pixel[0]);
                }
            }
        }

        bitmap.SetImmutable();
        return SKImage.FromBitmap(bitmap);
    }
}
