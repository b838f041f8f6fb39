using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Straight lines.</summary>
public static class LineExtensions
{
    /// <summary>An upright line as high as the space.</summary>
    public static LineDescriptor LineVertical(this IContainer element, float thickness, Unit unit = Unit.Point) =>
        new(element.Attach(new Line(isHorizontal: false, thickness.ToPoints(unit))));

    /// <summary>A flat line as wide as the space.</summary>
    public static LineDescriptor LineHorizontal(this IContainer element, float thickness, Unit unit = Unit.Point) =>
        new(element.Attach(new Line(isHorizontal: true, thickness.ToPoints(unit))));
}
