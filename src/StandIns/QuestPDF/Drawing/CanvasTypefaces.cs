using SkiaSharp;

namespace QuestPDF.Drawing;

/// <summary>The other half of what the real package does not have: typefaces that text and drawings on the canvas share.</summary>
public static class CanvasTypefaces
{
    /// <summary>Makes a typeface known to documents under the family name that it states.</summary>
    /// <param name="typeface">The typeface; never to be disposed of.</param>
    public static void Register(SKTypeface typeface) => FontManager.Register(typeface);
}
