using QuestPDF.Elements.Text;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>
/// Meaning of content, for readers that cannot see it. Of all of it this implementation writes the outline, where
/// <see cref="DocumentSettings.PDFUA_Conformance"/> is set.
/// </summary>
public static class SemanticExtensions
{
    /// <summary>A heading of level 1; its text becomes a bookmark.</summary>
    public static IContainer SemanticHeader1(this IContainer container) => container.Attach(new Heading(1));

    /// <summary>A heading of level 2; its text becomes a bookmark.</summary>
    public static IContainer SemanticHeader2(this IContainer container) => container.Attach(new Heading(2));

    /// <summary>A heading of level 3; its text becomes a bookmark.</summary>
    public static IContainer SemanticHeader3(this IContainer container) => container.Attach(new Heading(3));

    /// <summary>A picture, and what it shows in words. Without effect: no tags are written.</summary>
    public static IContainer SemanticFigure(this IContainer container, string alternativeText) => container;
}
