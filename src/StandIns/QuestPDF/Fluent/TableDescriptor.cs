using QuestPDF.Elements.Table;

namespace QuestPDF.Fluent;

/// <summary>Describes a table.</summary>
public sealed class TableDescriptor
{
    private readonly TableElement _table;

    internal TableDescriptor(TableElement table) => _table = table;

    /// <summary>Defines the columns, from left to right.</summary>
    public void ColumnsDefinition(Action<TableColumnsDefinitionDescriptor> handler) => handler(new TableColumnsDefinitionDescriptor(_table));

    /// <summary>Cells at the top of each page.</summary>
    public void Header(Action<TableCellDescriptor> handler) => handler(new TableCellDescriptor(_table.Header));

    /// <summary>Cells at the bottom of each page.</summary>
    public void Footer(Action<TableCellDescriptor> handler) => handler(new TableCellDescriptor(_table.Footer));

    /// <summary>Adds a cell; without a position it takes the next free place.</summary>
    public ITableCellContainer Cell() => new TableCellDescriptor(_table.Body).Cell();
}
