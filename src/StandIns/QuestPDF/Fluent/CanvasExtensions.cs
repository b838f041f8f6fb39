using QuestPDF.Elements;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Fluent;

/// <summary>
/// The one hook that the real package does not have (it takes vectors as SVG text): drawing on the page's own canvas.
/// Callers keep it behind a single extension method of their own.
/// </summary>
public static class CanvasExtensions
{
    /// <summary>Fills the offered space with vectors: limit it by Width and Height first.</summary>
    /// <param name="element">The container.</param>
    /// <param name="draw">Draws from (0, 0) to the given size, in points; what lies outside is clipped. Called once a page.</param>
    public static void Canvas(this IContainer element, Action<SKCanvas, Size> draw) => element.Attach(new CanvasElement(draw));
}
