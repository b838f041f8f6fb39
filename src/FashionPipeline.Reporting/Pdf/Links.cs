using System.Text.RegularExpressions;
using FashionPipeline.Reporting.Document;
using QuestPDF.Fluent;

namespace FashionPipeline.Reporting.Pdf;

/// <summary>Names of the places in the document, and text that leads to them where it mentions a figure or a table.</summary>
internal sealed partial class Links
{
    private const string Colour = "#0B4F8A";

    private readonly Dictionary<Block, string> headings = new(ReferenceEqualityComparer.Instance);

    private readonly HashSet<string> captions;

    /// <summary>Names the headings in the order of the blocks; captions have their numbers.</summary>
    public Links(IReadOnlyList<Block> blocks)
    {
        foreach (var heading in blocks.OfType<HeadingBlock>())
        {
            headings.TryAdd(heading, $"section-{Words.Count(headings.Count + 1)}");
        }

        captions = [.. blocks.OfType<FigureBlock>().Select(Of), .. blocks.OfType<TableBlock>().Select(Of)];
    }

    /// <summary>Name of the place of a heading.</summary>
    public string Of(HeadingBlock heading) => headings[heading];

    /// <summary>Name of the place of a figure.</summary>
    public static string Of(FigureBlock figure) => $"figure-{Words.Count(figure.Number)}";

    /// <summary>Name of the place of a table.</summary>
    public static string Of(TableBlock table) => $"table-{Words.Count(table.Number)}";

    /// <summary>Writes a text; "Figure 3" and "Table 5" in it lead there, if the document has them.</summary>
    public void Write(TextDescriptor text, string words)
    {
        var written = 0;
        foreach (Match mention in Mention().Matches(words))
        {
            var target = mention.Value.ToLowerInvariant().Replace(' ', '-');
            if (captions.Contains(target))
            {
                text.Span(words[written..mention.Index]);
                text.SectionLink(mention.Value, target).FontColor(Colour);
                written = mention.Index + mention.Length;
            }
        }

        text.Span(words[written..]);
    }

    [GeneratedRegex(@"\b(Figure|Table) [0-9]+\b")]
    private static partial Regex Mention();
}
