using System.Collections.Concurrent;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace QuestPDF.Elements.Text;

/// <summary>Text as glyphs and their places, so that pairs of letters stand as close as the font says.</summary>
internal static class Shaping
{
    // A glyph for each character: one for two would be found under neither in the file.
    private static readonly Feature[] Features = [.. new[] { "liga", "clig" }.Select(tag => new Feature(Tag.Parse(tag), 0))];

    private static readonly ConcurrentDictionary<SKTypeface, Font> Fonts = new();

    /// <summary>Shapes a text that runs from left to right.</summary>
    internal static ShapedText Shape(string text, SKFont font)
    {
        var shaper = Fonts.GetOrAdd(font.Typeface, Open);
        using var buffer = new Buffer();
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        shaper.Shape(buffer, Features);
        shaper.GetScale(out var unitsPerEm, out _);
        var scale = font.Size / unitsPerEm;
        var (infos, positions) = (buffer.GlyphInfos, buffer.GlyphPositions);
        var (glyphs, places) = (new ushort[infos.Length], new SKPoint[infos.Length]);
        var x = 0;
        for (var i = 0; i < infos.Length; i++)
        {
            glyphs[i] = (ushort)infos[i].Codepoint;
            places[i] = new SKPoint((x + positions[i].XOffset) * scale, -positions[i].YOffset * scale);
            x += positions[i].XAdvance;
        }

        return new ShapedText(glyphs, places, x * scale);
    }

    private static Font Open(SKTypeface typeface)
    {
        using var stream = typeface.OpenStream(out var index);
        using var data = SKData.Create(stream);
        using var blob = new Blob(data.Data, (int)data.Size, MemoryMode.Duplicate);
        using var face = new Face(blob, index);
        var font = new Font(face);
        font.SetFunctionsOpenType();
        return font;
    }
}
