using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Describes a column.</summary>
public sealed class ColumnDescriptor
{
    private readonly Column _column;

    internal ColumnDescriptor(Column column) => _column = column;

    /// <summary>Space between items.</summary>
    public void Spacing(float value, Unit unit = Unit.Point) => _column.Spacing = value.ToPoints(unit);

    /// <summary>Adds an item.</summary>
    public IContainer Item()
    {
        var item = new Container();
        _column.Items.Add(item);
        return item;
    }
}
