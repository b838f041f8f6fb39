using QuestPDF.Elements.Table;

namespace QuestPDF.Fluent;

/// <summary>Describes a table.</summary>
public sealed class TableDescriptor
{
    private readonly TableElement table;

    internal TableDescriptor(TableElement element) => table = element;

    /// <summary>Defines the columns, from left to right.</summary>
    public void ColumnsDefinition(Action<TableColumnsDefinitionDescriptor> handler) => handler(new TableColumnsDefinitionDescriptor(table));

    /// <summary>Cells at the top of each page.</summary>
    public void Header(Action<TableCellDescriptor> handler) => handler(new TableCellDescriptor(table.Header, "Column"));

    /// <summary>Adds a cell: it takes the next place.</summary>
    public ITableCellContainer Cell() => new TableCellDescriptor(table.Body).Cell();
}
