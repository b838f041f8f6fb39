using QuestPDF.Elements.Table;

namespace QuestPDF.Fluent;

/// <summary>Describes the columns of a table.</summary>
public sealed class TableColumnsDefinitionDescriptor
{
    private readonly TableElement table;

    internal TableColumnsDefinitionDescriptor(TableElement element) => table = element;

    /// <summary>Adds a column that takes a share of the width.</summary>
    public void RelativeColumn(float width = 1) => table.Columns.Add(width);
}
