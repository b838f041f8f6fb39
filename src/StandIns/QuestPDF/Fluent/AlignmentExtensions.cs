using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Places content within larger space.</summary>
public static class AlignmentExtensions
{
    /// <summary>Left, in its own size.</summary>
    public static IContainer AlignLeft(this IContainer element) =>
        element.Align(alignment => alignment.Horizontal = 0);

    /// <summary>Centred horizontally, in its own size.</summary>
    public static IContainer AlignCenter(this IContainer element) =>
        element.Align(alignment => alignment.Horizontal = 0.5f);

    /// <summary>Right, in its own size.</summary>
    public static IContainer AlignRight(this IContainer element) =>
        element.Align(alignment => alignment.Horizontal = 1);

    /// <summary>Top, in its own size.</summary>
    public static IContainer AlignTop(this IContainer element) =>
        element.Align(alignment => alignment.Vertical = 0);

    /// <summary>Centred vertically, in its own size.</summary>
    public static IContainer AlignMiddle(this IContainer element) =>
        element.Align(alignment => alignment.Vertical = 0.5f);

    /// <summary>Bottom, in its own size.</summary>
    public static IContainer AlignBottom(this IContainer element) =>
        element.Align(alignment => alignment.Vertical = 1);

    private static Alignment Align(this IContainer element, Action<Alignment> set)
    {
        var alignment = element.Same<Alignment>();
        set(alignment);
        return alignment;
    }
}
