using QuestPDF.Drawing.Exceptions;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Drawing;

/// <summary>The other half of what the real package does not have: typefaces that text and drawings on the canvas share.</summary>
public static class CanvasTypefaces
{
    private static readonly Lock Gate = new();
    private static readonly List<SKTypeface> Registered = [];

    /// <summary>Makes a typeface known to documents under the family name that it states.</summary>
    /// <param name="typeface">The typeface; never to be disposed of.</param>
    public static void Register(SKTypeface typeface)
    {
        lock (Gate)
        {
            Registered.Add(typeface);
        }
    }

    /// <summary>The typefaces to try for a text, the best first: those of its families, then the first registered ones.</summary>
    internal static IReadOnlyList<SKTypeface> Candidates(TextStyle style)
    {
        lock (Gate)
        {
            var families = style.Families!
                .Concat(Registered.Select(typeface => typeface.FamilyName))
                .Distinct(StringComparer.OrdinalIgnoreCase);
            List<SKTypeface> found = [.. families.Select(family => Find(family, style.IsBold == true)).OfType<SKTypeface>()];
            return found.Count > 0
                ? found
                : throw new DocumentDrawingException($"No font for '{string.Join(", ", style.Families!)}': none is registered.");
        }
    }

    private static SKTypeface? Find(string family, bool isBold) => Registered
        .Where(typeface => string.Equals(typeface.FamilyName, family, StringComparison.OrdinalIgnoreCase))
        .OrderBy(typeface => typeface.IsItalic)
        .ThenBy(typeface => Math.Abs(typeface.FontWeight - (isBold ? 700 : 400)))
        .FirstOrDefault();
}
