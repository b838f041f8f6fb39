using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Elements.Text;

/// <summary>Draws a line of text: backgrounds, letters, lines under and through them, links.</summary>
internal static class TextPainter
{
    internal static void Draw(SKCanvas canvas, TextLine line, TextAlignment alignment, float top, float width)
    {
        var rest = Math.Max(0, width - line.Width);
        var spaces = line.Pieces.Count(piece => piece.Kind == PieceKind.Space);
        var stretch = alignment == TextAlignment.Justify && !line.EndsParagraph && spaces > 0 ? rest / spaces : 0;
        var x = alignment switch
        {
            TextAlignment.Center => rest / 2,
            TextAlignment.Right => rest,
            _ => 0,
        };

        // The words of a span are one link.
        TextSpan? linked = null;
        var link = SKRect.Empty;
        foreach (var piece in line.Pieces)
        {
            var pieceWidth = piece.Width + (piece.Kind == PieceKind.Space ? stretch : 0);
            var area = new SKRect(x, top, x + pieceWidth, top + line.Height);
            DrawPiece(canvas, piece, area, top + line.Ascent - piece.Span.Fonts!.Rise);
            if (piece.Span != linked)
            {
                linked?.Target?.Annotate(canvas, link);
                (linked, link) = (piece.Span, area);
            }

            link.Right = area.Right;
            x += pieceWidth;
        }

        linked?.Target?.Annotate(canvas, link);
    }

    private static void DrawPiece(SKCanvas canvas, TextPiece piece, SKRect area, float baseline)
    {
        var fonts = piece.Span.Fonts!;
        var style = fonts.Style;
        if (style.Background is { Alpha: > 0 } background)
        {
            using var fill = new SKPaint { Color = background.Hex };
            canvas.DrawRect(area, fill);
        }

        using var paint = new SKPaint { Color = style.Color!.Value.Hex, IsAntialias = true };
        DrawLetters(canvas, piece, area.Left, baseline, paint);
        var metrics = piece.Font.Metrics;
        if (style.HasUnderline == true)
        {
            DrawRule(canvas, area, baseline + (metrics.UnderlinePosition ?? fonts.Size * 0.1f), metrics.UnderlineThickness, fonts, paint);
        }

        if (style.HasStrikethrough == true)
        {
            DrawRule(canvas, area, baseline + (metrics.StrikeoutPosition ?? -fonts.Size * 0.3f), metrics.StrikeoutThickness, fonts, paint);
        }
    }

    private static void DrawLetters(SKCanvas canvas, TextPiece piece, float x, float baseline, SKPaint paint)
    {
        if (piece.Span.Fonts!.Spacing == 0)
        {
            canvas.DrawText(piece.Text, x, baseline, SKTextAlign.Left, piece.Font, paint);
            return;
        }

        foreach (var rune in piece.Text.EnumerateRunes())
        {
            var letter = rune.ToString();
            canvas.DrawText(letter, x, baseline, SKTextAlign.Left, piece.Font, paint);
            x += piece.Font.MeasureText(letter) + piece.Span.Fonts.Spacing;
        }
    }

    private static void DrawRule(SKCanvas canvas, SKRect area, float y, float? thickness, SpanFonts fonts, SKPaint paint)
    {
        var half = (thickness is > 0 ? thickness.Value : fonts.Size * 0.05f) / 2;
        canvas.DrawRect(new SKRect(area.Left, y - half, area.Right, y + half), paint);
    }
}
