using FashionPipeline.Reporting.Figures;

namespace FashionPipeline.Reporting.Document;

/// <summary>A part of the report between two others, the same for every format.</summary>
public abstract record Block;

/// <summary>A heading.</summary>
/// <param name="Level">1 for the report's title, 2 for a section.</param>
/// <param name="Text">Its text.</param>
public sealed record HeadingBlock(int Level, string Text) : Block;

/// <summary>A paragraph of running text.</summary>
/// <param name="Text">Its text.</param>
public sealed record ParagraphBlock(Prose Text) : Block;

/// <summary>What came out, in a sentence or two: the first that a reader looks for.</summary>
/// <param name="Text">Its text.</param>
public sealed record ResultBlock(string Text) : Block;

/// <summary>A remark that must not be overlooked.</summary>
/// <param name="Text">Its text.</param>
public sealed record NoteBlock(string Text) : Block;

/// <summary>A list of statements.</summary>
/// <param name="Items">One text each.</param>
public sealed record ListBlock(IReadOnlyList<string> Items) : Block;

/// <summary>The sources that the text mentions, in the order of their numbers, which begin with 1.</summary>
/// <param name="Sources">The sources.</param>
public sealed record SourcesBlock(IReadOnlyList<Source> Sources) : Block
{
    /// <summary>Each with its number and the id that mentions lead to.</summary>
    public IEnumerable<(Reference Place, Source Source)> Numbered =>
        Sources.Select((source, index) => (Reference.ToSource(index + 1), source));
}

/// <summary>A table with its caption.</summary>
/// <param name="Number">Number of the table in the report, from 1.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Heads of the columns.</param>
/// <param name="Rows">The cells, row by row, as many in each as there are columns.</param>
/// <param name="Totals">How many rows at the end are about all others: they stay below, however the others are sorted.</param>
public sealed record TableBlock(
    int Number, string Caption, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, int Totals = 0) : Block
{
    /// <summary>Name of the LaTeX file that it is, too, without the extension; null of a table that no paper would show.</summary>
    public string? Name { get; init; }

    /// <summary>The id of its caption: <c>table-5</c>.</summary>
    public string Id => Reference.ToTable(Number).Id;

    /// <summary>Whether a row is called by a column: by those that say so, else by its first text, or first number without any.</summary>
    public bool IsRowHead(int column) => Columns.Any(each => each.IsRowHead)
        ? Columns[column].IsRowHead
        : column == Math.Max(0, Columns.ToList().FindIndex(each => !each.IsNumeric));
}

/// <summary>A column of a table.</summary>
/// <param name="Head">Its head.</param>
/// <param name="IsNumeric">True where the cells are numbers, to be aligned on the right.</param>
/// <param name="Weight">Its share of the width, beside the other columns' weights.</param>
/// <param name="IsCode">True where the cells are for machines, such as digests: in equally wide characters.</param>
public sealed record TableColumn(string Head, bool IsNumeric = false, float Weight = 1, bool IsCode = false)
{
    /// <summary>What a head stands for that had to be short, as it is read out; null where it says all itself.</summary>
    public string? Meaning { get; init; }

    /// <summary>True where a row is called by its cell in this column, and by no other column that does not say so, too.</summary>
    public bool IsRowHead { get; init; }
}

/// <summary>A figure with its caption.</summary>
/// <param name="Number">Number of the figure in the report, from 1.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Figure">The drawing.</param>
public sealed record FigureBlock(int Number, string Caption, Figure Figure) : Block
{
    /// <summary>The id of its caption: <c>figure-3</c>.</summary>
    public string Id => Reference.ToFigure(Number).Id;
}
