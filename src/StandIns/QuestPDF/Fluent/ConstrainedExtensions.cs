using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Limits on the size of content.</summary>
public static class ConstrainedExtensions
{
    /// <summary>An exact width.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static IContainer Width(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Limit(value, unit, (x, points) => { x.MinWidth = points; x.MaxWidth = points; });

    /// <summary>A least width.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static IContainer MinWidth(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Limit(value, unit, (x, points) => x.MinWidth = points);

    /// <summary>A greatest width.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static IContainer MaxWidth(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Limit(value, unit, (x, points) => x.MaxWidth = points);

    /// <summary>An exact height.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static IContainer Height(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Limit(value, unit, (x, points) => { x.MinHeight = points; x.MaxHeight = points; });

    /// <summary>A least height.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static IContainer MinHeight(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Limit(value, unit, (x, points) => x.MinHeight = points);

    /// <summary>A greatest height.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static IContainer MaxHeight(this IContainer element, float value, Unit unit = Unit.Point) =>
        element.Limit(value, unit, (x, points) => x.MaxHeight = points);

    private static Constrained Limit(this IContainer element, float value, Unit unit, Action<Constrained, float> set)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        var constrained = element.Same<Constrained>();
        set(constrained, value.ToPoints(unit));
        return constrained;
    }
}
