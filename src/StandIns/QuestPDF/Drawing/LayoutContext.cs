using SkiaSharp;

namespace QuestPDF.Drawing;

/// <summary>What elements know while a pass runs: the canvas, the page, and what the first pass found.</summary>
internal sealed class LayoutContext
{
    internal SKCanvas Canvas { get; set; } = null!;

    internal int PageNumber { get; set; }

    /// <summary>Height of the page, in points.</summary>
    internal float PageHeight { get; set; }

    /// <summary>Height that the page has for its content, in points.</summary>
    internal float ContentHeight { get; set; }

    /// <summary>The canvas's origin, in points from the page's upper left corner.</summary>
    internal (float X, float Y) Origin { get; private set; }

    /// <summary>Null in the first pass.</summary>
    internal int? TotalPages { get; init; }

    /// <summary>Beginning of each section, as the first pass found them.</summary>
    internal IReadOnlyDictionary<string, Destination> KnownSections { get; init; } = new Dictionary<string, Destination>();

    /// <summary>Beginning of each section, as this pass finds them.</summary>
    internal Dictionary<string, Destination> Sections { get; } = new(StringComparer.Ordinal);

    /// <summary>What the drawings mean.</summary>
    internal Tagging Tagging { get; } = new();

    /// <summary>The links, as this pass finds them.</summary>
    internal List<LinkAnnotation> Links { get; } = [];

    /// <summary>The canvas's origin as a place to lead to.</summary>
    internal Destination Here => new(PageNumber - 1, Origin.X, PageHeight - Origin.Y);

    /// <summary>Elements that this pass has drawn, which act otherwise when they come again.</summary>
    internal HashSet<object> Seen { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The headings, as this pass finds them.</summary>
    internal List<Bookmark> Bookmarks { get; } = [];

    /// <summary>Makes an area, in points from the canvas's origin, lead elsewhere; nothing leads to a section that there is not.</summary>
    internal void Link(SKRect area, LinkTarget target, string description)
    {
        if (target.IsAddress || KnownSections.ContainsKey(target.Name))
        {
            area.Offset(Origin.X, Origin.Y);
            var upwards = new SKRect(area.Left, PageHeight - area.Bottom, area.Right, PageHeight - area.Top);
            var link = new LinkAnnotation(PageNumber - 1, upwards, target, description);
            Links.Add(link);
            Tagging.Add(link);
        }
    }

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
