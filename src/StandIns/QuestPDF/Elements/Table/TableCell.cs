namespace QuestPDF.Elements.Table;

/// <summary>A cell; rows and columns count from 1, 0 means: not placed yet.</summary>
internal sealed class TableCell : Container, ITableCellContainer
{
    internal int Row { get; set; }

    internal int Column { get; set; }

    internal int RowSpan { get; set; } = 1;

    internal int ColumnSpan { get; set; } = 1;
}
