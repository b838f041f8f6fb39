using System.Text;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Reporting.Markdown;

/// <summary>Renders the report as GitHub-flavoured Markdown, with figures linked from <c>figures/</c>.</summary>
public static class MarkdownRenderer
{
    /// <summary>Renders the blocks: UTF-8 without a byte order mark, LF, one newline at the end.</summary>
    public static byte[] ToBytes(IReadOnlyList<Block> blocks) =>
        Encoding.UTF8.GetBytes(string.Join("\n", blocks.Select(Render)));

    private static string Render(Block block) => block switch
    {
        HeadingBlock heading => $"{new string('#', heading.Level)} {Escape(heading.Text)}\n",
        ParagraphBlock paragraph => $"{Escape(paragraph.Text.ToString())}\n",
        ResultBlock result => $"**Result:** {Escape(result.Text)}\n",
        NoteBlock note => $"> **Note:** {Escape(note.Text)}\n",
        ListBlock list => string.Concat(list.Items.Select(item => $"- {Escape(item)}\n")),
        SourcesBlock list => string.Concat(list.Numbered.Select(source =>
            $"{source.Place.Number}. {Escape(source.Source.Text)} <{source.Source.Url}>\n")),
        TableBlock table => Render(table),
        FigureBlock figure => $"![{Escape(figure.Figure.AlternativeText)}](figures/{figure.Figure.Name}.png)\n\n"
            + $"*Figure {figure.Number}: {Escape(figure.Caption)}*\n",
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "Unknown block."),
    };

    private static string Render(TableBlock table)
    {
        var text = new StringBuilder($"*Table {table.Number}: {Escape(table.Caption)}*\n\n");
        AppendRow(text, table.Columns.Select(column => Escape(column.Head)));
        AppendRow(text, table.Columns.Select(column => column.IsNumeric ? "---:" : "---"));
        foreach (var row in table.Rows)
        {
            AppendRow(text, row.Select(Escape));
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    // Only what would change the meaning where it stands; a text of an experiment file may have line breaks.
    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("](", "]\\(", StringComparison.Ordinal) // no text becomes a link, nor the definition of one
        .Replace("][", "]\\[", StringComparison.Ordinal)
        .Replace("]:", "]\\:", StringComparison.Ordinal)
        .Replace("\r", string.Empty, StringComparison.Ordinal)
        .Replace("\n", " ", StringComparison.Ordinal);
}
