using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Space around content; consecutive calls add up.</summary>
public static class PaddingExtensions
{
    /// <summary>Space on all sides.</summary>
    public static IContainer Padding(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.PaddingHorizontal(value, unit).PaddingVertical(value, unit);

    /// <summary>Space left and right.</summary>
    public static IContainer PaddingHorizontal(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Add(left: value.ToPoints(unit), right: value.ToPoints(unit));

    /// <summary>Space above and below.</summary>
    public static IContainer PaddingVertical(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Add(top: value.ToPoints(unit), bottom: value.ToPoints(unit));

    /// <summary>Space above.</summary>
    public static IContainer PaddingTop(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Add(top: value.ToPoints(unit));

    /// <summary>Space below.</summary>
    public static IContainer PaddingBottom(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Add(bottom: value.ToPoints(unit));

    /// <summary>Space on the left.</summary>
    public static IContainer PaddingLeft(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Add(left: value.ToPoints(unit));

    private static Padding Add(this IContainer element, float left = 0, float top = 0, float right = 0, float bottom = 0)
    {
        var padding = element.Same<Padding>();
        (padding.Left, padding.Top) = (padding.Left + left, padding.Top + top);
        (padding.Right, padding.Bottom) = (padding.Right + right, padding.Bottom + bottom);
        return padding;
    }
}
