using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Describes a row.</summary>
public sealed class RowDescriptor
{
    private readonly Row row;

    internal RowDescriptor(Row element) => row = element;

    /// <summary>Space between items.</summary>
    public void Spacing(float spacing, Unit unit = Unit.Point) => row.Spacing = spacing.ToPoints(unit);

    /// <summary>Adds an item that takes a share of the width that the others leave.</summary>
    public IContainer RelativeItem(float size = 1) => Add(new RowItem { Share = size });

    /// <summary>Adds an item of a given width.</summary>
    public IContainer ConstantItem(float size, Unit unit = Unit.Point) => Add(new RowItem { Width = size.ToPoints(unit) });

    /// <summary>Adds an item as wide as its content, which is never broken into lines.</summary>
    public IContainer AutoItem() => Add(new RowItem());

    private RowItem Add(RowItem item)
    {
        row.Items.Add(item);
        return item;
    }
}
