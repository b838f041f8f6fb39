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
        element.PaddingLeft(value, unit).Change<Padding>(padding => padding.Right += value.ToPoints(unit));

    /// <summary>Space above and below.</summary>
    public static IContainer PaddingVertical(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.PaddingTop(value, unit).PaddingBottom(value, unit);

    /// <summary>Space above.</summary>
    public static IContainer PaddingTop(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Change<Padding>(padding => padding.Top += value.ToPoints(unit));

    /// <summary>Space below.</summary>
    public static IContainer PaddingBottom(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Change<Padding>(padding => padding.Bottom += value.ToPoints(unit));

    /// <summary>Space on the left.</summary>
    public static IContainer PaddingLeft(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Change<Padding>(padding => padding.Left += value.ToPoints(unit));
}
