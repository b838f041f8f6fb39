using QuestPDF.Elements.Table;

namespace QuestPDF.Fluent;

/// <summary>Describes the cells of a table's header.</summary>
public sealed class TableCellDescriptor
{
    private readonly List<TableCell> cells;
    private readonly string? scope;

    internal TableCellDescriptor(List<TableCell> part, string? headerOf = null) => (cells, scope) = (part, headerOf);

    /// <summary>Adds a cell: it takes the next place.</summary>
    public ITableCellContainer Cell()
    {
        var cell = new TableCell { Scope = scope };
        cells.Add(cell);
        return cell;
    }
}
