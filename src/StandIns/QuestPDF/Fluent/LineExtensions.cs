using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Straight lines.</summary>
public static class LineExtensions
{
    /// <summary>A flat line as wide as the space.</summary>
    public static LineDescriptor LineHorizontal(this IContainer element, float thickness, Unit unit = Unit.Point) =>
        new(element.Attach(new Line(thickness.ToPoints(unit))));
}
