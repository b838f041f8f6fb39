using QuestPDF.Elements.Table;

namespace QuestPDF.Fluent;

/// <summary>Positions of table cells; rows and columns count from 1.</summary>
public static class TableCellExtensions
{
    /// <summary>The first row.</summary>
    public static ITableCellContainer Row(this ITableCellContainer tableCellContainer, uint value) =>
        tableCellContainer.Set(cell => cell.Row = (int)value);

    /// <summary>The first column.</summary>
    public static ITableCellContainer Column(this ITableCellContainer tableCellContainer, uint value) =>
        tableCellContainer.Set(cell => cell.Column = (int)value);

    /// <summary>The number of rows.</summary>
    public static ITableCellContainer RowSpan(this ITableCellContainer tableCellContainer, uint value) =>
        tableCellContainer.Set(cell => cell.RowSpan = (int)value);

    /// <summary>The number of columns.</summary>
    public static ITableCellContainer ColumnSpan(this ITableCellContainer tableCellContainer, uint value) =>
        tableCellContainer.Set(cell => cell.ColumnSpan = (int)value);

    private static ITableCellContainer Set(this ITableCellContainer container, Action<TableCell> set)
    {
        set((TableCell)container);
        return container;
    }
}
