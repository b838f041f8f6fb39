using QuestPDF.Drawing;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>A background below the content and a border above it, centred on the edges; neither takes layout space.</summary>
internal sealed class StyledBox : Container
{
    internal Color? Background { get; set; }

    internal Color BorderColor { get; set; } = new(0xFF000000);

    internal float Left { get; set; }

    internal float Bottom { get; set; }

    internal override void Draw(LayoutContext context, Size available)
    {
        var (width, height) = (available.Width, available.Height);
        if (Background is { } background)
        {
            Fill(context, background, 0, 0, width, height);
        }

        Content.Draw(context, available);
        Fill(context, BorderColor, -Left / 2, 0, Left / 2, height + (Bottom / 2));
        Fill(context, BorderColor, -Left / 2, height - (Bottom / 2), width, height + (Bottom / 2));
    }

    private static void Fill(LayoutContext context, Color color, float left, float top, float right, float bottom)
    {
        if (right > left && bottom > top)
        {
            using var paint = new SKPaint { Color = color.Hex, IsAntialias = true };
            context.Tagging.Decoration(context.Canvas);
            context.Canvas.DrawRect(new SKRect(left, top, right, bottom), paint);
        }
    }
}
