using QuestPDF.Elements;
using QuestPDF.Elements.Text;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>
/// Meaning of content, for readers that cannot see it; written where <see cref="DocumentSettings.PDFUA_Conformance"/> is set. Text that
/// none of these are said of is a paragraph; rules, backgrounds, and the headers and footers of pages mean nothing.
/// </summary>
public static class SemanticExtensions
{
    /// <summary>A heading of level 1; its text becomes a bookmark.</summary>
    public static IContainer SemanticHeader1(this IContainer container) => container.Attach(new Heading(1));

    /// <summary>A heading of level 2; its text becomes a bookmark.</summary>
    public static IContainer SemanticHeader2(this IContainer container) => container.Attach(new Heading(2));

    /// <summary>A heading of level 3; its text becomes a bookmark.</summary>
    public static IContainer SemanticHeader3(this IContainer container) => container.Attach(new Heading(3));

    /// <summary>A group of parts that belong together.</summary>
    public static IContainer SemanticDivision(this IContainer container) => container.Tag("Div");

    /// <summary>A table of contents; it holds items, and a caption before them.</summary>
    public static IContainer SemanticTableOfContents(this IContainer container) => container.Tag("TOC");

    /// <summary>An entry of a table of contents.</summary>
    public static IContainer SemanticTableOfContentsItem(this IContainer container) => container.Tag("TOCI").Tag("Reference");

    /// <summary>A list; it holds items.</summary>
    public static IContainer SemanticList(this IContainer container) => container.Tag("L");

    /// <summary>An item of a list; it holds a label and a body.</summary>
    public static IContainer SemanticListItem(this IContainer container) => container.Tag("LI");

    /// <summary>What marks an item of a list: a bullet, a number.</summary>
    public static IContainer SemanticListLabel(this IContainer container) => container.Tag("Lbl");

    /// <summary>What an item of a list says.</summary>
    public static IContainer SemanticListItemBody(this IContainer container) => container.Tag("LBody");

    /// <summary>A table: its rows and cells are found by themselves.</summary>
    public static IContainer SemanticTable(this IContainer container) => container.Tag("Table");

    /// <summary>What is said about a figure or a table beside it.</summary>
    public static IContainer SemanticCaption(this IContainer container) => container.Tag("Caption");

    /// <summary>A piece of text, and how it is read out where its characters do not say it.</summary>
    public static IContainer SemanticSpan(this IContainer container, string? alternativeText = null) =>
        container.Tag("Span", alternativeText);

    /// <summary>Content that leads elsewhere, and where, in words.</summary>
    public static IContainer SemanticLink(this IContainer container, string alternativeText) => container.Tag("Link", alternativeText);

    /// <summary>A picture, and what it shows in words.</summary>
    public static IContainer SemanticFigure(this IContainer container, string alternativeText) => container.Tag("Figure", alternativeText);

    private static SemanticTag Tag(this IContainer container, string type, string? alternativeText = null) =>
        container.Attach(new SemanticTag(type, alternativeText));
}
