using QuestPDF.Drawing;
using SkiaSharp;

namespace QuestPDF.Elements.Text;

/// <summary>Draws a line of text: letters, links.</summary>
internal static class TextPainter
{
    internal static void Draw(LayoutContext context, TextLine line, float alignment, float top, float width)
    {
        var x = Math.Max(0, width - line.Width) * alignment;
        for (int first = 0, end; first < line.Pieces.Count; first = end)
        {
            // The words of a span are one link.
            var span = line.Pieces[first].Span;
            end = first + 1;
            while (end < line.Pieces.Count && line.Pieces[end].Span == span)
            {
                end++;
            }

            List<TextPiece> words = [.. line.Pieces.Take(end).Skip(first)];
            var area = new SKRect(x, top, x + words.Sum(word => word.Width), top + line.Height);
            if (span.Target is { } target)
            {
                context.Tagging.Within(span, "Link", () =>
                {
                    Draw(context, words, x, top + line.Ascent);
                    context.Link(area, target, span.Content(context));
                });
            }
            else
            {
                Draw(context, words, x, top + line.Ascent);
            }

            x = area.Right;
        }

        if (line.Ending.Count > 0)
        {
            Draw(context, line.Ending, x, top + line.Ascent);
        }
    }

    // The words of a font are one run of glyphs.
    private static void Draw(LayoutContext context, IReadOnlyList<TextPiece> words, float x, float baseline)
    {
        context.Tagging.Content(context.Canvas);
        using var paint = new SKPaint { Color = words[0].Span.Fonts!.Style.Color!.Value.Hex, IsAntialias = true };
        using var runs = new SKTextBlobBuilder();
        for (int first = 0, end; first < words.Count; first = end)
        {
            var (glyphs, places) = (new List<ushort>(), new List<SKPoint>());
            for (end = first; end < words.Count && words[end].Font == words[first].Font; end++)
            {
                glyphs.AddRange(words[end].Shaped.Glyphs);
                places.AddRange(words[end].Shaped.Places.Select(place => new SKPoint(x + place.X, place.Y)));
                x += words[end].Width;
            }

            runs.AddPositionedRun([.. glyphs], words[first].Font, [.. places]);
        }

        using var text = runs.Build();
        context.Canvas.DrawText(text, 0, baseline, paint);
    }
}
