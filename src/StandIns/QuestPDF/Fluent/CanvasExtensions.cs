using QuestPDF.Elements;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Fluent;

/// <summary>
/// What the real package does not have, as it takes vectors as SVG text: drawing on the page's own canvas, with the typefaces of
/// its text, so that a file holds a font once. Callers keep it behind extension methods of their own.
/// </summary>
public static class CanvasExtensions
{
    /// <summary>Fills the offered space with vectors: limit it by Width and Height first.</summary>
    /// <param name="element">The container.</param>
    /// <param name="draw">Draws from (0, 0), in points; what lies outside of the space is clipped. Called once a page.</param>
    public static void Canvas(this IContainer element, Action<SKCanvas, Size> draw) => element.Attach(new CanvasElement(draw));
}
