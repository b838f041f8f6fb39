using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Sections, links, paging and other elements with one child.</summary>
public static class ElementExtensions
{
    /// <summary>A plain container; it separates calls that would act on one element.</summary>
    public static IContainer Container(this IContainer element) => element.Attach(new Container());

    /// <summary>Continues with what <paramref name="handler"/> returns.</summary>
    public static IContainer Element(this IContainer parent, Func<IContainer, IContainer> handler) =>
        handler(parent.Attach(new Container()));

    /// <summary>Lets <paramref name="handler"/> fill the container.</summary>
    public static void Element(this IContainer parent, Action<IContainer> handler) => handler(parent.Attach(new Container()));

    /// <summary>The style of all text inside that does not set its own.</summary>
    public static IContainer DefaultTextStyle(this IContainer element, TextStyle textStyle) =>
        element.Attach(new DefaultTextStyle(textStyle));

    /// <summary>The style of all text inside that does not set its own.</summary>
    public static IContainer DefaultTextStyle(this IContainer element, Func<TextStyle, TextStyle> handler) =>
        element.DefaultTextStyle(handler(TextStyle.Default));

    /// <summary>All on one page.</summary>
    public static IContainer ShowEntire(this IContainer element) => element.Attach(new ShowEntire());

    /// <summary>Moves to the next page, once, when it does not fit whole; then pages as usual.</summary>
    public static IContainer PreventPageBreak(this IContainer element) => element.Attach(new PreventPageBreak());

    /// <summary>Moves to the next page, once, when less than <paramref name="minHeight"/> points would be shown.</summary>
    public static IContainer EnsureSpace(this IContainer element, float minHeight = 150) => element.Attach(new PreventPageBreak(minHeight));

    /// <summary>In a repeated place: only on its first page.</summary>
    public static IContainer ShowOnce(this IContainer element) => element.Attach(new ShowOnce());

    /// <summary>In a repeated place: on all pages but its first.</summary>
    public static IContainer SkipOnce(this IContainer element) => element.Attach(new SkipOnce());

    /// <summary>Keeps the content only when the condition holds.</summary>
    public static IContainer ShowIf(this IContainer element, bool condition) => condition ? element.Attach(new Container()) : new Container();

    /// <summary>A named target of links; it may span pages.</summary>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static IContainer Section(this IContainer element, string sectionName) => element.Attach(new Section(NotBlank(sectionName)));

    /// <summary>Leads to a section.</summary>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static IContainer SectionLink(this IContainer element, string sectionName) =>
        element.Attach(new Link(new LinkTarget(NotBlank(sectionName), IsSection: true)));

    /// <summary>Leads to a web address.</summary>
    /// <exception cref="ArgumentException">The address is blank.</exception>
    public static IContainer Hyperlink(this IContainer element, string url) =>
        element.Attach(new Link(new LinkTarget(NotBlank(url), IsSection: false)));

    /// <summary>Ends the page.</summary>
    public static void PageBreak(this IContainer element) => element.Attach(new PageBreak());

    internal static string NotBlank(string text) => !string.IsNullOrWhiteSpace(text)
        ? text
        : throw new ArgumentException("A section name or an address must not be blank.", nameof(text));
}
