using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Takes all offered space.</summary>
public static class ExtendExtensions
{
    /// <summary>Takes all offered width and height.</summary>
    public static IContainer Extend(this IContainer element) =>
        element.Set(horizontally: true, vertically: true);

    /// <summary>Takes all offered height.</summary>
    public static IContainer ExtendVertical(this IContainer element) =>
        element.Set(horizontally: false, vertically: true);

    /// <summary>Takes all offered width.</summary>
    public static IContainer ExtendHorizontal(this IContainer element) =>
        element.Set(horizontally: true, vertically: false);

    private static Extend Set(this IContainer element, bool horizontally, bool vertically)
    {
        var same = element.Same<Extend>();
        same.Horizontally |= horizontally;
        same.Vertically |= vertically;
        return same;
    }
}
