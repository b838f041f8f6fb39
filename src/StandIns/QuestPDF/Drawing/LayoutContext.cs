using SkiaSharp;

namespace QuestPDF.Drawing;

/// <summary>What elements know while a pass runs: the canvas, the page, and what the first pass found.</summary>
internal sealed class LayoutContext
{
    internal SKCanvas Canvas { get; set; } = null!;

    internal int PageNumber { get; set; }

    /// <summary>Height of the page, in points.</summary>
    internal float PageHeight { get; set; }

    /// <summary>The canvas's origin, in points from the page's upper left corner.</summary>
    internal (float X, float Y) Origin { get; private set; }

    /// <summary>Null in the first pass.</summary>
    internal int? TotalPages { get; init; }

    /// <summary>First page of each section, as the first pass found them.</summary>
    internal IReadOnlyDictionary<string, int> KnownSections { get; init; } = new Dictionary<string, int>();

    /// <summary>First page of each section, as this pass finds them.</summary>
    internal Dictionary<string, int> Sections { get; } = new(StringComparer.Ordinal);

    /// <summary>Elements that this pass has drawn, which act otherwise when they come again.</summary>
    internal HashSet<object> Seen { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The headings, as this pass finds them.</summary>
    internal List<Bookmark> Bookmarks { get; } = [];

    internal void Translated(float x, float y, Action draw)
    {
        var origin = Origin;
        Origin = (origin.X + x, origin.Y + y);
        Canvas.Translate(x, y);
        draw();
        Canvas.Translate(-x, -y);
        Origin = origin;
    }
}
