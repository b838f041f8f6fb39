using FashionPipeline.Data;
using FashionPipeline.Reporting.Figures;
using FashionPipeline.Reporting.Fonts;
using FashionPipeline.Reporting.Writing;
using SkiaSharp;

namespace FashionPipeline.Reporting.Diff;

/// <summary>Images that are put into another class than before, in a square, each above what it is and was taken for.</summary>
public static class FlippedImagesPicture
{
    /// <summary>Images at most.</summary>
    public const int Places = Columns * Columns;

    private const int Columns = 5;
    private const int CellWidth = 160;
    private const int ImageSide = 84;
    private const int LineHeight = 16;
    private const int CellHeight = ImageSide + (3 * LineHeight) + 20;
    private const int TextSize = 12;

    private static readonly SKColor Right = new(0x0B, 0x6E, 0x3A);
    private static readonly SKColor Wrong = new(0xB0, 0x1E, 0x2E);

    /// <summary>Draws them as PNG, row after row.</summary>
    /// <param name="flips">The images, as many as there is room for.</param>
    /// <param name="images">All test images.</param>
    public static byte[] Draw(IReadOnlyList<FlippedImage> flips, LabelledImages images)
    {
        var shown = flips.Take(Places).ToList();
        var rows = (shown.Count + Columns - 1) / Columns;
        using var surface = SKSurface.Create(new SKImageInfo(Columns * CellWidth, rows * CellHeight));
        using var font = new SKFont(ReportFonts.SansRegular, TextSize) { Subpixel = true };
        surface.Canvas.Clear(SKColors.White);
        foreach (var (place, flip) in shown.Index())
        {
            var (left, top) = (place % Columns * CellWidth, (place / Columns * CellHeight) + 8);
            DrawImage(surface.Canvas, images, flip.Image, left + ((CellWidth - ImageSide) / 2), top);
            string[] lines =
            [
                $"is {Wording.Short(flip.Truth)}",
                $"was {Wording.Short(flip.Before)}",
                $"now {Wording.Short(flip.Now)}",
            ];
            foreach (var (line, text) in lines.Index())
            {
                using var paint = new SKPaint { IsAntialias = true, Color = Colour(line, flip) };
                surface.Canvas.DrawText(
                    text, left + (CellWidth / 2), top + ImageSide + ((line + 1) * LineHeight), SKTextAlign.Center, font, paint);
            }
        }

        using var picture = surface.Snapshot();
        using var png = picture.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static SKColor Colour(int line, FlippedImage flip) =>
        line == 0 ? SKColors.Black : (line == 1 ? flip.Before : flip.Now) == flip.Truth ? Right : Wrong;

    private static void DrawImage(SKCanvas canvas, LabelledImages images, int image, int left, int top)
    {
        using var shown = ShownImage.Of(images, image);
        canvas.DrawImage(shown, new SKRect(left, top, left + ImageSide, top + ImageSide), new SKSamplingOptions(SKFilterMode.Nearest));
    }
}
