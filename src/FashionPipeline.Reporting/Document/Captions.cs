using System.Text.RegularExpressions;

namespace FashionPipeline.Reporting.Document;

/// <summary>The ids of a report's captions, and where its running text mentions them.</summary>
internal sealed partial class Captions(IReadOnlyList<Block> blocks)
{
    private readonly HashSet<string> ids = [.. blocks.OfType<FigureBlock>().Select(IdOf), .. blocks.OfType<TableBlock>().Select(IdOf)];

    /// <summary>The id of every caption.</summary>
    public IReadOnlyCollection<string> Ids => ids;

    /// <summary>The id of a figure: <c>figure-3</c>.</summary>
    public static string IdOf(FigureBlock figure) => $"figure-{Words.Count(figure.Number)}";

    /// <summary>The id of a table: <c>table-5</c>.</summary>
    public static string IdOf(TableBlock table) => $"table-{Words.Count(table.Number)}";

    /// <summary>A text in pieces: "Figure 3" and "Table 5" with the id of what they mention, where there is such, and what lies between without one.</summary>
    public IEnumerable<(string Text, string? Id)> Split(string text)
    {
        var start = 0;
        foreach (Match mention in Mention().Matches(text))
        {
            var id = mention.Value.ToLowerInvariant().Replace(' ', '-');
            if (ids.Contains(id))
            {
                yield return (text[start..mention.Index], null);
                yield return (mention.Value, id);
                start = mention.Index + mention.Length;
            }
        }

        yield return (text[start..], null);
    }

    [GeneratedRegex(@"\b(Figure|Table) [0-9]+\b")]
    private static partial Regex Mention();
}
