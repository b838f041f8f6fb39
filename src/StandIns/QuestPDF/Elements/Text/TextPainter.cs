using SkiaSharp;

namespace QuestPDF.Elements.Text;

/// <summary>Draws a line of text: letters, links.</summary>
internal static class TextPainter
{
    internal static void Draw(SKCanvas canvas, TextLine line, float alignment, float top, float width)
    {
        var x = Math.Max(0, width - line.Width) * alignment;

        // The words of a span are one link.
        TextSpan? linked = null;
        var link = SKRect.Empty;
        foreach (var piece in line.Pieces)
        {
            using var paint = new SKPaint { Color = piece.Span.Fonts!.Style.Color!.Value.Hex, IsAntialias = true };
            canvas.DrawText(piece.Text, x, top + line.Ascent, SKTextAlign.Left, piece.Font, paint);
            if (piece.Span != linked)
            {
                Link.Annotate(canvas, linked?.Target, link);
                (linked, link) = (piece.Span, new SKRect(x, top, x, top + line.Height));
            }

            x += piece.Width;
            link.Right = x;
        }

        Link.Annotate(canvas, linked?.Target, link);
    }
}
