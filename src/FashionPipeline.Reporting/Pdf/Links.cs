using FashionPipeline.Reporting.Document;
using QuestPDF.Fluent;

namespace FashionPipeline.Reporting.Pdf;

/// <summary>Names of the places in the document, and text that leads to them where it mentions a figure or a table.</summary>
internal sealed class Links
{
    private const string Colour = "#0B4F8A";

    // "Figure" never ends a line whose next one begins with its number.
    private const char NoBreakSpace = '\u00A0';

    private readonly Dictionary<Block, string> headings = new(ReferenceEqualityComparer.Instance);

    /// <summary>Names the headings in the order of the blocks; captions have their numbers.</summary>
    public Links(IReadOnlyList<Block> blocks)
    {
        foreach (var heading in blocks.OfType<HeadingBlock>())
        {
            headings.TryAdd(heading, $"section-{headings.Count + 1}");
        }
    }

    /// <summary>Name of the place of a heading.</summary>
    public string Of(HeadingBlock heading) => headings[heading];

    /// <summary>Writes an address, which leads there.</summary>
    public static void WriteAddress(TextDescriptor text, string url) => text.Hyperlink(url, url).FontColor(Colour);

    /// <summary>Writes a text; its mentions of figures and tables lead there.</summary>
    public static void Write(TextDescriptor text, Prose words)
    {
        foreach (var (piece, target) in words.Pieces)
        {
            if (target is null)
            {
                text.Span(piece);
            }
            else
            {
                text.SectionLink(piece.Replace(' ', NoBreakSpace), target.Id).FontColor(Colour);
            }
        }
    }
}
