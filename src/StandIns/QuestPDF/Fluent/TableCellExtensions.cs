using QuestPDF.Elements.Table;

namespace QuestPDF.Fluent;

/// <summary>What cells are.</summary>
public static class TableCellExtensions
{
    /// <summary>Makes a cell the header of its row.</summary>
    public static ITableCellContainer AsSemanticHorizontalHeader(this ITableCellContainer cell)
    {
        ((TableCell)cell).Scope = "Row";
        return cell;
    }
}
