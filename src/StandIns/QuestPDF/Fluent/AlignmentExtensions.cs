using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Places content, in its own size, within larger space.</summary>
public static class AlignmentExtensions
{
    /// <summary>Centred horizontally.</summary>
    public static IContainer AlignCenter(this IContainer element) => element.Change<Alignment>(alignment => alignment.Horizontal = 0.5f);

    /// <summary>Right.</summary>
    public static IContainer AlignRight(this IContainer element) => element.Change<Alignment>(alignment => alignment.Horizontal = 1);

    /// <summary>Bottom.</summary>
    public static IContainer AlignBottom(this IContainer element) => element.Change<Alignment>(alignment => alignment.Vertical = 1);
}
