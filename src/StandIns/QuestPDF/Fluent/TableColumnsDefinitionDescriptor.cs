using QuestPDF.Elements.Table;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Describes the columns of a table.</summary>
public sealed class TableColumnsDefinitionDescriptor
{
    private readonly TableElement _table;

    internal TableColumnsDefinitionDescriptor(TableElement table) => _table = table;

    /// <summary>Adds a column of a given width.</summary>
    public void ConstantColumn(float width, Unit unit = Unit.Point) => _table.Columns.Add((width.ToPoints(unit), false));

    /// <summary>Adds a column that takes a share of the width that constant columns leave.</summary>
    public void RelativeColumn(float width = 1) => _table.Columns.Add((width, true));
}
