using System.Globalization;
using QuestPDF.Drawing;
using QuestPDF.Elements.Text;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Describes text of several styles.</summary>
public sealed class TextDescriptor
{
    private readonly TextBlock text;

    internal TextDescriptor(TextBlock block) => text = block;

    /// <summary>Changes the style of all pieces that do not set their own.</summary>
    public void DefaultTextStyle(Func<TextStyle, TextStyle> style) => text.Style = style(text.Style);

    /// <summary>Adds text.</summary>
    public TextSpanDescriptor Span(string? text) => Add(new TextSpan(_ => text ?? ""));

    /// <summary>Adds text that leads to a section.</summary>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public TextSpanDescriptor SectionLink(string? text, string sectionName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sectionName);
        return Add(new TextSpan(_ => text ?? "") { Target = new LinkTarget(sectionName) });
    }

    /// <summary>Adds text that leads to an address.</summary>
    /// <exception cref="ArgumentException">The address is blank.</exception>
    public TextSpanDescriptor Hyperlink(string? text, string url)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        return Add(new TextSpan(_ => text ?? "") { Target = new LinkTarget(url, IsAddress: true) });
    }

    /// <summary>Adds the number of the page.</summary>
    public TextSpanDescriptor CurrentPageNumber() => Add(context => context.PageNumber);

    /// <summary>Adds the number of pages.</summary>
    public TextSpanDescriptor TotalPages() => Add(context => context.TotalPages);

    /// <summary>Adds the number of the page where a section begins.</summary>
    public TextSpanDescriptor BeginPageNumberOfSection(string sectionName) =>
        Add(context => context.KnownSections.TryGetValue(sectionName, out var place) ? place.PageIndex + 1 : null);

    // Three digits take the place of a number that is not known yet.
    private TextSpanDescriptor Add(Func<LayoutContext, int?> number) =>
        Add(new TextSpan(context => number(context)?.ToString(CultureInfo.InvariantCulture) ?? "123"));

    private TextSpanDescriptor Add(TextSpan span)
    {
        text.Spans.Add(span);
        return new TextSpanDescriptor(span);
    }
}
