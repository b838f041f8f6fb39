using QuestPDF.Drawing;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Elements.Text;

/// <summary>A complete style and the fonts that draw it.</summary>
internal sealed class SpanFonts(TextStyle style)
{
    private readonly List<SKFont> fonts =
    [
        .. CanvasTypefaces.Candidates(style).Select(typeface => new SKFont(typeface, style.Size!.Value)
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
        }),
    ];

    internal TextStyle Style { get; } = style;

    /// <summary>Distance from the top of the line to the baseline.</summary>
    internal float Ascent => -fonts[0].Metrics.Ascent * Stretch;

    /// <summary>Distance from the baseline to the bottom of the line.</summary>
    internal float Descent => (fonts[0].Metrics.Descent + fonts[0].Metrics.Leading) * Stretch;

    private float Stretch => Style.LineFactor is { } factor
        ? factor * Style.Size!.Value / (fonts[0].Metrics.Descent + fonts[0].Metrics.Leading - fonts[0].Metrics.Ascent)
        : 1;

    /// <summary>Cuts a text where the font has to change because a character is missing in the better one.</summary>
    internal IEnumerable<(string Text, SKFont Font)> Split(string text)
    {
        var start = 0;
        SKFont? current = null;
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            var font = FontFor(text, i);
            if (current is not null && font != current)
            {
                yield return (text[start..i], current);
                start = i;
            }

            current = font;
        }

        if (current is not null)
        {
            yield return (text[start..], current);
        }
    }

    private SKFont FontFor(string text, int index)
    {
        if (char.IsWhiteSpace(text[index]))
        {
            return fonts[0];
        }

        var character = char.IsSurrogate(text[index]) && !char.IsSurrogatePair(text, index) ? 0xFFFD : char.ConvertToUtf32(text, index);
        return fonts.Find(candidate => candidate.ContainsGlyph(character)) ?? fonts[0];
    }
}
