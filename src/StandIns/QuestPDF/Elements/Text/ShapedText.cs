using SkiaSharp;

namespace QuestPDF.Elements.Text;

/// <summary>A text of one font, ready to be drawn.</summary>
/// <param name="Glyphs">The glyphs.</param>
/// <param name="Places">Where each stands, from the beginning of the text on its baseline.</param>
/// <param name="Width">Where the next text would begin.</param>
internal sealed record ShapedText(IReadOnlyList<ushort> Glyphs, IReadOnlyList<SKPoint> Places, float Width);
