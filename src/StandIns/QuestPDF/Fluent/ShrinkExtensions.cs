using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Takes no more than the needed space.</summary>
public static class ShrinkExtensions
{
    /// <summary>Takes no more than the needed width and height.</summary>
    public static IContainer Shrink(this IContainer element) =>
        element.Set(horizontally: true, vertically: true);

    /// <summary>Takes no more than the needed height.</summary>
    public static IContainer ShrinkVertical(this IContainer element) =>
        element.Set(horizontally: false, vertically: true);

    /// <summary>Takes no more than the needed width.</summary>
    public static IContainer ShrinkHorizontal(this IContainer element) =>
        element.Set(horizontally: true, vertically: false);

    private static Shrink Set(this IContainer element, bool horizontally, bool vertically)
    {
        var same = element.Same<Shrink>();
        same.Horizontally |= horizontally;
        same.Vertically |= vertically;
        return same;
    }
}
