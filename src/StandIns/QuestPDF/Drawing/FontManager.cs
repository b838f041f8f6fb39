using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Drawing;

/// <summary>The fonts that documents may use.</summary>
public static class FontManager
{
    private static readonly Lock Gate = new();
    private static readonly List<(string Family, SKTypeface Typeface)> Registered = [];

    /// <summary>Registers a TrueType or OpenType font under the family name that it states.</summary>
    /// <exception cref="ArgumentException">The stream holds no font.</exception>
    public static void RegisterFont(Stream stream) => Register(null, stream);

    /// <summary>Registers a font under another family name too.</summary>
    /// <exception cref="ArgumentException">The stream holds no font.</exception>
    public static void RegisterFontWithCustomName(string fontName, Stream stream) => Register(fontName, stream);

    /// <summary>The typefaces to try for a text, the best first: those of its families, then the first registered ones.</summary>
    internal static List<SKTypeface> Candidates(TextStyle style)
    {
        lock (Gate)
        {
            var families = style.Families!.Concat(Registered.Select(font => font.Family)).Distinct(StringComparer.OrdinalIgnoreCase);
            return [.. families.Select(family => Find(family, style)).OfType<SKTypeface>()];
        }
    }

    private static SKTypeface? Find(string family, TextStyle style)
    {
        var weight = (int)style.FontWeight!.Value;
        var found = Registered
            .Where(font => string.Equals(font.Family, family, StringComparison.OrdinalIgnoreCase))
            .OrderBy(font => font.Typeface.IsItalic == style.IsItalic ? 0 : 1)
            .ThenBy(font => Math.Abs(font.Typeface.FontWeight - weight))
            .Select(font => font.Typeface)
            .FirstOrDefault();
        if (found is not null || !Settings.UseEnvironmentFonts)
        {
            return found;
        }

        var slant = style.IsItalic == true ? SKFontStyleSlant.Italic : SKFontStyleSlant.Upright;
        var system = SKFontManager.Default.MatchFamily(family, new SKFontStyle(weight, (int)SKFontStyleWidth.Normal, slant));
        if (system is not null)
        {
            Registered.Add((family, system));
        }

        return system;
    }

    /// <summary>Registers a typeface under the family name that it states, and under another one too.</summary>
    internal static void Register(SKTypeface typeface, string? name = null)
    {
        lock (Gate)
        {
            Registered.Add((typeface.FamilyName, typeface));
            if (name is not null)
            {
                Registered.Add((name, typeface));
            }
        }
    }

    private static void Register(string? name, Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        using var data = SKData.CreateCopy(copy.ToArray());
        Register(SKTypeface.FromData(data) ?? throw new ArgumentException("The stream holds no font.", nameof(stream)), name);
    }
}
