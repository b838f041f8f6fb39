using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Describes a column.</summary>
public sealed class ColumnDescriptor
{
    private readonly Column column;

    internal ColumnDescriptor(Column element) => column = element;

    /// <summary>Space between items.</summary>
    public void Spacing(float value, Unit unit = Unit.Point) => column.Spacing = value.ToPoints(unit);

    /// <summary>Adds an item.</summary>
    public IContainer Item()
    {
        var item = new Container();
        column.Items.Add(item);
        return item;
    }
}
