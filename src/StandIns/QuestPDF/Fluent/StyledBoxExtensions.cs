using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Backgrounds and borders.</summary>
public static class StyledBoxExtensions
{
    /// <summary>Fills the space behind the content.</summary>
    public static IContainer Background(this IContainer element, Color color) =>
        element.Set(box => box.Background = color);

    /// <summary>The colour of the border. Default: black.</summary>
    public static IContainer BorderColor(this IContainer element, Color color) =>
        element.Set(box => box.BorderColor = color);

    /// <summary>A border on all sides, in points, with its colour.</summary>
    public static IContainer Border(this IContainer element, float all, Color color) =>
        element.Border(all).BorderColor(color);

    /// <summary>A border on all sides, centred on the edge.</summary>
    public static IContainer Border(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Set(box => box.Left = box.Top = box.Right = box.Bottom = value.ToPoints(unit));

    /// <summary>A border on the left and the right, centred on the edge.</summary>
    public static IContainer BorderVertical(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Set(box => box.Left = box.Right = value.ToPoints(unit));

    /// <summary>A border above and below, centred on the edge.</summary>
    public static IContainer BorderHorizontal(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Set(box => box.Top = box.Bottom = value.ToPoints(unit));

    /// <summary>A border on the left, centred on the edge.</summary>
    public static IContainer BorderLeft(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Set(box => box.Left = value.ToPoints(unit));

    /// <summary>A border on the right, centred on the edge.</summary>
    public static IContainer BorderRight(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Set(box => box.Right = value.ToPoints(unit));

    /// <summary>A border above, centred on the edge.</summary>
    public static IContainer BorderTop(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Set(box => box.Top = value.ToPoints(unit));

    /// <summary>A border below, centred on the edge.</summary>
    public static IContainer BorderBottom(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Set(box => box.Bottom = value.ToPoints(unit));

    private static StyledBox Set(this IContainer element, Action<StyledBox> set)
    {
        var box = element.Same<StyledBox>();
        set(box);
        return box;
    }
}
