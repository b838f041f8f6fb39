using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Tests.Reporting.Document;

/// <summary>A report as its reader meets it, section by section, before any format renders it.</summary>
internal static class Sections
{
    /// <summary>The blocks below a heading, down to the next one; fails where there is no such heading.</summary>
    public static IReadOnlyList<Block> Blocks(ReportContent content, string heading)
    {
        var blocks = ReportDocument.Compose(content);
        Assert.Single(blocks, block => block is HeadingBlock title && title.Text == heading);
        return
        [
            .. blocks.SkipWhile(block => block is not HeadingBlock title || title.Text != heading)
                .Skip(1)
                .TakeWhile(block => block is not HeadingBlock),
        ];
    }

    /// <summary>The words of a section.</summary>
    public static string Text(ReportContent content, string heading) => Text(Blocks(content, heading));

    /// <summary>The words of the whole report.</summary>
    public static string Text(ReportContent content) => Text(ReportDocument.Compose(content));

    /// <summary>The texts of the sections' headings.</summary>
    public static IEnumerable<string> Headings(ReportContent content) =>
        ReportDocument.Compose(content).OfType<HeadingBlock>().Where(heading => heading.Level == 2).Select(heading => heading.Text);

    // A line a statement; the cells of a row are parted by bars, as are figure captions and what is said to those who cannot see them.
    private static string Text(IEnumerable<Block> blocks) => string.Join('\n', blocks.Select(block => block switch
    {
        HeadingBlock heading => heading.Text,
        ParagraphBlock paragraph => paragraph.Text.ToString(),
        ResultBlock result => result.Text,
        NoteBlock note => note.Text,
        ListBlock list => string.Join('\n', list.Items),
        SourcesBlock list => string.Join('\n', list.Numbered.Select(source => $"{source.Place.Name} {source.Source.Text}")),
        TableBlock table => $"{table.Caption}\n{string.Join('\n', table.Rows.Select(row => string.Join(" | ", row)))}",
        FigureBlock figure => $"{figure.Caption} | {figure.Figure.AlternativeText}",
        _ => throw new ArgumentOutOfRangeException(nameof(blocks), block, "Unknown block."),
    }));
}
