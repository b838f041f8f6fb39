using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Reporting.Html;

/// <summary>Ids of headings and captions, and the links of running text to captions.</summary>
internal sealed partial class Anchors
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal) { "content" };

    private readonly Dictionary<HeadingBlock, string> headings = new(ReferenceEqualityComparer.Instance);

    /// <summary>Gives each heading an id from its text, and each caption one from its number.</summary>
    public Anchors(IReadOnlyList<Block> blocks)
    {
        taken.UnionWith(blocks.OfType<FigureBlock>().Select(Of));
        taken.UnionWith(blocks.OfType<TableBlock>().Select(Of));
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

    /// <summary>The id of a figure.</summary>
    public static string Of(FigureBlock figure) => $"figure-{Words.Count(figure.Number)}";

    /// <summary>The id of a table.</summary>
    public static string Of(TableBlock table) => $"table-{Words.Count(table.Number)}";

    /// <summary>The id of a heading.</summary>
    public string Of(HeadingBlock heading) => headings[heading];

    /// <summary>A text whose "Figure 3" and "Table 5" lead there, where there are such.</summary>
    public IEnumerable<XNode> Link(string text)
    {
        var start = 0;
        foreach (Match match in Reference().Matches(text))
        {
            var id = $"{match.Groups[1].Value.ToLowerInvariant()}-{match.Groups[2].Value}";
            if (taken.Contains(id))
            {
                yield return new XText(text[start..match.Index]);
                yield return new XElement("a", new XAttribute("href", $"#{id}"), match.Value);
                start = match.Index + match.Length;
            }
        }

        yield return new XText(text[start..]);
    }

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

    [GeneratedRegex(@"\b(Figure|Table) ([1-9][0-9]*)\b")]
    private static partial Regex Reference();
}
