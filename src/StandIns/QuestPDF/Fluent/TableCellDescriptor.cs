using QuestPDF.Elements.Table;

namespace QuestPDF.Fluent;

/// <summary>Describes the cells of a table's header or footer.</summary>
public sealed class TableCellDescriptor
{
    private readonly TableGrid _grid;

    internal TableCellDescriptor(TableGrid grid) => _grid = grid;

    /// <summary>Adds a cell; without a position it takes the next free place.</summary>
    public ITableCellContainer Cell()
    {
        var cell = new TableCell();
        _grid.Cells.Add(cell);
        return cell;
    }
}
