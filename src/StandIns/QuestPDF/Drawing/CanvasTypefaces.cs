using SkiaSharp;

namespace QuestPDF.Drawing;

/// <summary>
/// The other half of the hook that the real package does not have, see <see cref="Fluent.CanvasExtensions"/>: where drawings on
/// the page's canvas and text use one typeface object, a file holds the font once.
/// </summary>
public static class CanvasTypefaces
{
    /// <summary>Makes a typeface known to documents under the family name that it states.</summary>
    /// <param name="typeface">The typeface; never to be disposed of.</param>
    public static void Register(SKTypeface typeface) => FontManager.Register(typeface);
}
