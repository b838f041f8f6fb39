using QuestPDF.Drawing;
using QuestPDF.Drawing.Exceptions;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Elements.Text;

/// <summary>A complete style and the fonts that draw it.</summary>
internal sealed class SpanFonts
{
    private const float SmallSize = 0.6f;
    private readonly List<SKFont> _fonts;

    internal SpanFonts(TextStyle style)
    {
        Style = style;
        Size = style.Size!.Value * (style.Position == FontPosition.Normal ? 1 : SmallSize);
        Rise = style.Size.Value * style.Position switch
        {
            FontPosition.Superscript => 0.35f,
            FontPosition.Subscript => -0.15f,
            _ => 0,
        };
        _fonts = [.. FontManager.Candidates(style).Select(typeface => new SKFont(typeface, Size)
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
            SkewX = style.IsItalic == true && !typeface.IsItalic ? -0.2f : 0,
        })];
        if (_fonts.Count == 0)
        {
            throw new DocumentDrawingException(
                $"No font for '{string.Join(", ", style.Families!)}': register one with FontManager.RegisterFont.");
        }
    }

    internal TextStyle Style { get; }

    internal float Size { get; }

    /// <summary>How far the baseline is raised, in points.</summary>
    internal float Rise { get; }

    /// <summary>Distance from the top of the line to the baseline.</summary>
    internal float Ascent => -_fonts[0].Metrics.Ascent * Stretch;

    /// <summary>Distance from the baseline to the bottom of the line.</summary>
    internal float Descent => (_fonts[0].Metrics.Descent + _fonts[0].Metrics.Leading) * Stretch;

    internal float Spacing => Style.Spacing!.Value * Style.Size!.Value;

    private float Stretch => Style.LineFactor is { } factor
        ? factor * Size / (_fonts[0].Metrics.Descent + _fonts[0].Metrics.Leading - _fonts[0].Metrics.Ascent)
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
            return _fonts[0];
        }

        var character = char.IsSurrogate(text[index]) && !char.IsSurrogatePair(text, index) ? 0xFFFD : char.ConvertToUtf32(text, index);
        var font = _fonts.Find(candidate => candidate.ContainsGlyph(character));
        return font is null && Settings.CheckIfAllTextGlyphsAreAvailable
            ? throw new DocumentDrawingException($"No font has the character U+{character:X4} of the text '{text}'.")
            : font ?? _fonts[0];
    }
}
