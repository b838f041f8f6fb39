using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Backgrounds and borders.</summary>
public static class StyledBoxExtensions
{
    /// <summary>Fills the space behind the content.</summary>
    public static IContainer Background(this IContainer element, Color color) => element.Change<StyledBox>(box => box.Background = color);

    /// <summary>The colour of the border. Default: black.</summary>
    public static IContainer BorderColor(this IContainer element, Color color) => element.Change<StyledBox>(box => box.BorderColor = color);

    /// <summary>A border on the left, centred on the edge.</summary>
    public static IContainer BorderLeft(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Change<StyledBox>(box => box.Left = value.ToPoints(unit));

    /// <summary>A border below, centred on the edge.</summary>
    public static IContainer BorderBottom(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Change<StyledBox>(box => box.Bottom = value.ToPoints(unit));
}
