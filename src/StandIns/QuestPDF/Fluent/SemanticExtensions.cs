using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Meaning of content, for readers that cannot see it.</summary>
public static class SemanticExtensions
{
    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticHeader1(this IContainer container) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticHeader2(this IContainer container) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticHeader3(this IContainer container) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticHeader4(this IContainer container) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticHeader5(this IContainer container) =>
        container;

    /// <summary>Says what the content means. Without effect: no tags are written.</summary>
    public static IContainer SemanticHeader6(this IContainer container) =>
        container;

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
