using System.Text.RegularExpressions;
using System.Xml.Linq;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Reporting.Html;

/// <summary>Ids of headings and captions, and the links of running text to captions.</summary>
internal sealed class Anchors
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal) { "content" };

    private readonly Dictionary<HeadingBlock, string> headings = new(ReferenceEqualityComparer.Instance);

    /// <summary>Gives each heading an id from its text, and each caption one from its number.</summary>
    public Anchors(IReadOnlyList<Block> blocks)
    {
        taken.UnionWith(blocks.OfType<FigureBlock>().Select(figure => figure.Id));
        taken.UnionWith(blocks.OfType<TableBlock>().Select(table => table.Id));
        taken.UnionWith(blocks.OfType<SourcesBlock>().SelectMany(list => list.Numbered).Select(source => source.Place.Id));
        foreach (var heading in blocks.OfType<HeadingBlock>())
        {
            var slug = Slug(heading.Text);
            var id = slug;
            for (var i = 2; !taken.Add(id); i++)
            {
                id = $"{slug}-{i}";
            }

            headings.Add(heading, id);
        }
    }

    /// <summary>The id of a heading.</summary>
    public string Of(HeadingBlock heading) => headings[heading];

    /// <summary>A text whose mentions of figures and tables lead there.</summary>
    public static IEnumerable<XNode> Link(Prose text) => text.Pieces.Select(piece => piece.Target is { } target
        ? (XNode)new XElement("a", new XAttribute("href", $"#{target.Id}"), piece.Text)
        : new XText(piece.Text));

    private static string Slug(string text)
    {
        var slug = Regex.Replace(text.ToLowerInvariant(), @"[^\p{L}\p{Nd}]+", "-").Trim('-');
        return slug.Length == 0 ? "section" : slug;
    }
}
