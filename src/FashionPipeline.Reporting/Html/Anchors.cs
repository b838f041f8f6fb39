using System.Text;
using System.Xml.Linq;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Reporting.Html;

/// <summary>Ids of headings and captions, and the links of running text to captions.</summary>
internal sealed class Anchors
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal) { "content" };

    private readonly Captions captions;

    private readonly Dictionary<HeadingBlock, string> headings = new(ReferenceEqualityComparer.Instance);

    /// <summary>Gives each heading an id from its text, and each caption one from its number.</summary>
    public Anchors(IReadOnlyList<Block> blocks)
    {
        captions = new Captions(blocks);
        taken.UnionWith(captions.Ids);
        foreach (var heading in blocks.OfType<HeadingBlock>())
        {
            var slug = Slug(heading.Text);
            var id = slug;
            for (var i = 2; !taken.Add(id); i++)
            {
                id = $"{slug}-{Words.Count(i)}";
            }

            headings.Add(heading, id);
        }
    }

    /// <summary>The id of a heading.</summary>
    public string Of(HeadingBlock heading) => headings[heading];

    /// <summary>A text whose "Figure 3" and "Table 5" lead there, where there are such.</summary>
    public IEnumerable<XNode> Link(string text) => captions.Split(text).Select(
        piece => piece.Id is { } id ? (XNode)new XElement("a", new XAttribute("href", $"#{id}"), piece.Text) : new XText(piece.Text));

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var id = slug.ToString().TrimEnd('-');
        return id.Length == 0 ? "section" : id;
    }
}
