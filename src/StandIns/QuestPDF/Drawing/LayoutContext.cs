using SkiaSharp;

namespace QuestPDF.Drawing;

/// <summary>What elements know while a pass runs: the canvas, the page, and what the first pass found.</summary>
internal sealed class LayoutContext
{
    internal SKCanvas Canvas { get; set; } = null!;

    internal int PageNumber { get; set; }

    /// <summary>Null in the first pass.</summary>
    internal int? TotalPages { get; init; }

    /// <summary>First and last page of each section, as the first pass found them.</summary>
    internal IReadOnlyDictionary<string, (int First, int Last)> KnownSections { get; init; } = new Dictionary<string, (int First, int Last)>();

    /// <summary>First and last page of each section, as this pass finds them.</summary>
    internal Dictionary<string, (int First, int Last)> Sections { get; } = new(StringComparer.Ordinal);

    internal void Translated(float x, float y, Action draw)
    {
        Canvas.Translate(x, y);
        draw();
        Canvas.Translate(-x, -y);
    }
}
