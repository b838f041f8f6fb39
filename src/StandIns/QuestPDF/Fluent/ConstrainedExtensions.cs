using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Limits on the size of content.</summary>
public static class ConstrainedExtensions
{
    /// <summary>An exact width.</summary>
    public static IContainer Width(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Change<Constrained>(constrained => constrained.MinWidth = constrained.MaxWidth = value.ToPoints(unit));

    /// <summary>A greatest width.</summary>
    public static IContainer MaxWidth(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Change<Constrained>(constrained => constrained.MaxWidth = value.ToPoints(unit));

    /// <summary>An exact height.</summary>
    public static IContainer Height(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Change<Constrained>(constrained => constrained.Height = value.ToPoints(unit));
}
