using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Meaning of content, for readers that cannot see it. Of all of it this implementation writes the outline.</summary>
public static class SemanticExtensions
{
    /// <summary>A heading of level 1; its text becomes a bookmark where <see cref="DocumentSettings.PDFUA_Conformance"/> is set.</summary>
    public static IContainer SemanticHeader1(this IContainer container) => container.Attach(new Heading(1));

    /// <summary>A heading of level 2; its text becomes a bookmark where <see cref="DocumentSettings.PDFUA_Conformance"/> is set.</summary>
    public static IContainer SemanticHeader2(this IContainer container) => container.Attach(new Heading(2));

    /// <summary>A heading of level 3; its text becomes a bookmark where <see cref="DocumentSettings.PDFUA_Conformance"/> is set.</summary>
    public static IContainer SemanticHeader3(this IContainer container) => container.Attach(new Heading(3));

    /// <summary>A heading of level 4; its text becomes a bookmark where <see cref="DocumentSettings.PDFUA_Conformance"/> is set.</summary>
    public static IContainer SemanticHeader4(this IContainer container) => container.Attach(new Heading(4));

    /// <summary>A heading of level 5; its text becomes a bookmark where <see cref="DocumentSettings.PDFUA_Conformance"/> is set.</summary>
    public static IContainer SemanticHeader5(this IContainer container) => container.Attach(new Heading(5));

    /// <summary>A heading of level 6; its text becomes a bookmark where <see cref="DocumentSettings.PDFUA_Conformance"/> is set.</summary>
    public static IContainer SemanticHeader6(this IContainer container) => container.Attach(new Heading(6));

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticParagraph(this IContainer container) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticSection(this IContainer container) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticArticle(this IContainer container) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticDivision(this IContainer container) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticCaption(this IContainer container) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticTable(this IContainer container) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticList(this IContainer container) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticListItem(this IContainer container) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticListLabel(this IContainer container) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticListItemBody(this IContainer container) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticTableOfContents(this IContainer container) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticTableOfContentsItem(this IContainer container) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticIgnore(this IContainer container) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticLanguage(this IContainer container, string language) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticFigure(this IContainer container, string alternativeText) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticImage(this IContainer container, string alternativeText) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticLink(this IContainer container, string alternativeText) =>
        container;
}
