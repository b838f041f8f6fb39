using FashionPipeline.Reporting.Figures;

namespace FashionPipeline.Reporting.Document;

/// <summary>Gathers blocks and numbers their captions.</summary>
internal sealed class DocumentBuilder
{
    private readonly List<Block> blocks = [];

    private readonly List<Source> sources = [];

    private int figures;

    private int tables;

    /// <summary>What was gathered.</summary>
    /// <exception cref="InvalidOperationException">A text mentions a figure or a table that was not added.</exception>
    public IReadOnlyList<Block> Blocks
    {
        get
        {
            var lost = blocks.OfType<ParagraphBlock>()
                .FirstOrDefault(paragraph => paragraph.Text.Pieces.Any(piece => piece.Target is { Number: 0 }));
            return lost is null
                ? blocks
                : throw new InvalidOperationException($"A figure or table is mentioned and not there: {lost.Text}");
        }
    }

    /// <summary>Adds the report's title.</summary>
    public void Title(string text) => blocks.Add(new HeadingBlock(1, text));

    /// <summary>Begins a section.</summary>
    public void Section(string text) => blocks.Add(new HeadingBlock(2, text));

    /// <summary>Adds a paragraph.</summary>
    public void Paragraph(Prose text) => blocks.Add(new ParagraphBlock(text));

    /// <summary>Adds the headline.</summary>
    public void Result(string text) => blocks.Add(new ResultBlock(text));

    /// <summary>Adds a remark.</summary>
    public void Note(string text) => blocks.Add(new NoteBlock(text));

    /// <summary>Adds a list, unless it is empty.</summary>
    public void List(IReadOnlyList<string> items)
    {
        if (items.Count > 0)
        {
            blocks.Add(new ListBlock(items));
        }
    }

    /// <summary>Mentions a source, which gets its number where it is mentioned first.</summary>
    public Reference Cite(Source source)
    {
        if (!sources.Contains(source))
        {
            sources.Add(source);
        }

        return Reference.ToSource(sources.IndexOf(source) + 1);
    }

    /// <summary>Adds a section with all sources that were mentioned, unless there is none.</summary>
    public void Sources()
    {
        if (sources.Count > 0)
        {
            Section("References");
            blocks.Add(new SourcesBlock([.. sources]));
        }
    }

    /// <summary>Adds a table.</summary>
    /// <param name="reference">Mentions it elsewhere, and is told its number.</param>
    /// <param name="caption">What it shows.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="rows">Its cells.</param>
    /// <param name="totals">How many rows at the end are about all others.</param>
    /// <param name="name">Name of the LaTeX file that it is, too; null where it is none.</param>
    public void Table(
        Reference reference,
        string caption,
        IReadOnlyList<TableColumn> columns,
        IEnumerable<IReadOnlyList<string>> rows,
        int totals = 0,
        string? name = null) =>
        blocks.Add(new TableBlock(reference.Number = ++tables, caption, columns, [.. rows], totals) { Name = name });

    /// <summary>Adds a figure.</summary>
    /// <param name="reference">Mentions it elsewhere, and is told its number.</param>
    /// <param name="caption">What it shows.</param>
    /// <param name="figure">The drawing.</param>
    public void Figure(Reference reference, string caption, Figure figure) =>
        blocks.Add(new FigureBlock(reference.Number = ++figures, caption, figure));
}
