using QuestPDF.Drawing;
using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Sections, links and paging.</summary>
public static class ElementExtensions
{
    /// <summary>All on one page.</summary>
    public static IContainer ShowEntire(this IContainer element) => element.Attach(new ShowEntire());

    /// <summary>Moves to the next page, once, when it does not fit whole; then pages as usual.</summary>
    public static IContainer PreventPageBreak(this IContainer element) => element.Attach(new PreventPageBreak());

    /// <summary>Moves to the next page, once, when less than <paramref name="minHeight"/> points would be shown.</summary>
    public static IContainer EnsureSpace(this IContainer element, float minHeight = 150) => element.Attach(new PreventPageBreak(minHeight));

    /// <summary>
    /// As an item of a column: where it does not fit, it moves to the top of the next page, and items behind it fill this one. QuestPDF
    /// itself has no such thing.
    /// </summary>
    public static IContainer Floating(this IContainer element) => element.Attach(new Floating());

    /// <summary>In a repeated place: on all pages but its first.</summary>
    public static IContainer SkipOnce(this IContainer element) => element.Attach(new SkipOnce());

    /// <summary>A named target of links; it may span pages.</summary>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static IContainer Section(this IContainer element, string sectionName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sectionName);
        return element.Attach(new Section(sectionName));
    }

    /// <summary>Leads to a section.</summary>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static IContainer SectionLink(this IContainer element, string sectionName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sectionName);
        return element.Attach(new Link(new LinkTarget(sectionName)));
    }

    /// <summary>Ends the page.</summary>
    public static void PageBreak(this IContainer element) => element.Attach(new PageBreak());
}
