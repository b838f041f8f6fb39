using QuestPDF.Elements.Table;

namespace QuestPDF.Fluent;

/// <summary>Describes the cells of a table's header.</summary>
public sealed class TableCellDescriptor
{
    private readonly List<TableCell> cells;

    internal TableCellDescriptor(List<TableCell> part) => cells = part;

    /// <summary>Adds a cell: it takes the next place.</summary>
    public ITableCellContainer Cell()
    {
        var cell = new TableCell();
        cells.Add(cell);
        return cell;
    }
}
