using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Space around content.</summary>
public static class PaddingExtensions
{
    /// <summary>Space on all sides; consecutive calls add up.</summary>
    public static IContainer Padding(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Add(unit, left: value, top: value, right: value, bottom: value);

    /// <summary>Space left and right; consecutive calls add up.</summary>
    public static IContainer PaddingHorizontal(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Add(unit, left: value, right: value);

    /// <summary>Space above and below; consecutive calls add up.</summary>
    public static IContainer PaddingVertical(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Add(unit, top: value, bottom: value);

    /// <summary>Space above; consecutive calls add up.</summary>
    public static IContainer PaddingTop(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Add(unit, top: value);

    /// <summary>Space below; consecutive calls add up.</summary>
    public static IContainer PaddingBottom(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Add(unit, bottom: value);

    /// <summary>Space on the left; consecutive calls add up.</summary>
    public static IContainer PaddingLeft(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Add(unit, left: value);

    /// <summary>Space on the right; consecutive calls add up.</summary>
    public static IContainer PaddingRight(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Add(unit, right: value);

    private static Padding Add(this IContainer element, Unit unit, float left = 0, float top = 0, float right = 0, float bottom = 0)
    {
        var padding = element.Same<Padding>();
        padding.Left += left.ToPoints(unit);
        padding.Top += top.ToPoints(unit);
        padding.Right += right.ToPoints(unit);
        padding.Bottom += bottom.ToPoints(unit);
        return padding;
    }
}
