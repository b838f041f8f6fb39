using FashionPipeline.Reporting.Figures;

namespace FashionPipeline.Reporting.Document;

/// <summary>Gathers blocks and numbers their captions.</summary>
internal sealed class DocumentBuilder
{
    private readonly List<Block> blocks = [];

    private int figures;

    private int tables;

    /// <summary>What was gathered.</summary>
    public IReadOnlyList<Block> Blocks => blocks;

    /// <summary>What a figure will be called that is added next, or as one of the next: <c>Figure 3</c>.</summary>
    public string NextFigure(int ahead = 1) => $"Figure {Words.Count(figures + ahead)}";

    /// <summary>What a table will be called that is added next, or as one of the next: <c>Table 5</c>.</summary>
    public string NextTable(int ahead = 1) => $"Table {Words.Count(tables + ahead)}";

    /// <summary>Adds the report's title.</summary>
    public void Title(string text) => blocks.Add(new HeadingBlock(1, text));

    /// <summary>Begins a section.</summary>
    public void Section(string text) => blocks.Add(new HeadingBlock(2, text));

    /// <summary>Adds a paragraph.</summary>
    public void Paragraph(string text) => blocks.Add(new ParagraphBlock(text));

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

    /// <summary>Adds a table.</summary>
    public void Table(string caption, IReadOnlyList<TableColumn> columns, IEnumerable<IReadOnlyList<string>> rows) =>
        blocks.Add(new TableBlock(++tables, caption, columns, [.. rows]));

    /// <summary>Adds a figure.</summary>
    public void Figure(string caption, Figure figure) => blocks.Add(new FigureBlock(++figures, caption, figure));
}
