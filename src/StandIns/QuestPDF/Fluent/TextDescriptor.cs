using QuestPDF.Elements;
using QuestPDF.Elements.Text;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Describes text of several styles.</summary>
public sealed class TextDescriptor
{
    private readonly TextBlock _block;

    internal TextDescriptor(TextBlock block) => _block = block;

    /// <summary>The style of all pieces that do not set their own.</summary>
    public void DefaultTextStyle(TextStyle style) => _block.Style = style;

    /// <summary>Changes the style of all pieces that do not set their own.</summary>
    public void DefaultTextStyle(Func<TextStyle, TextStyle> style) => _block.Style = style(_block.Style);

    /// <summary>Lines start at the left.</summary>
    public void AlignLeft() => _block.Alignment = TextAlignment.Left;

    /// <summary>Lines are centred.</summary>
    public void AlignCenter() => _block.Alignment = TextAlignment.Center;

    /// <summary>Lines end at the right.</summary>
    public void AlignRight() => _block.Alignment = TextAlignment.Right;

    /// <summary>Lines are stretched to the width, but for the last of a paragraph.</summary>
    public void Justify() => _block.Alignment = TextAlignment.Justify;

    /// <summary>Extra space between paragraphs.</summary>
    /// <exception cref="ArgumentException">The value is negative.</exception>
    public void ParagraphSpacing(float value, Unit unit = Unit.Point)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        _block.ParagraphSpacing = value.ToPoints(unit);
    }

    /// <summary>Adds text.</summary>
    public TextSpanDescriptor Span(string? text) => Add(new TextSpan(_ => text ?? ""));

    /// <summary>Adds text and ends the paragraph.</summary>
    public TextSpanDescriptor Line(string? text) => Span((text ?? "") + "\n");

    /// <summary>Adds an empty line.</summary>
    public TextSpanDescriptor EmptyLine() => Span("\n");

    /// <summary>Adds text that leads to a section.</summary>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public TextSpanDescriptor SectionLink(string? text, string sectionName) =>
        Add(new TextSpan(_ => text ?? "") { Target = new LinkTarget(ElementExtensions.NotBlank(sectionName), IsSection: true) });

    /// <summary>Adds text that leads to a web address.</summary>
    /// <exception cref="ArgumentException">The address is blank.</exception>
    public TextSpanDescriptor Hyperlink(string? text, string url) =>
        Add(new TextSpan(_ => text ?? "") { Target = new LinkTarget(ElementExtensions.NotBlank(url), IsSection: false) });

    /// <summary>Adds the number of the page.</summary>
    public TextPageNumberDescriptor CurrentPageNumber() => Add(TextPageNumberDescriptor.Create(context => context.PageNumber));

    /// <summary>Adds the number of pages.</summary>
    public TextPageNumberDescriptor TotalPages() => Add(TextPageNumberDescriptor.Create(context => context.TotalPages));

    /// <summary>Adds the number of the page where a section begins.</summary>
    public TextPageNumberDescriptor BeginPageNumberOfSection(string sectionName) => OfSection(sectionName, (_, section) => section.First);

    /// <summary>Adds the number of the page where a section ends.</summary>
    public TextPageNumberDescriptor EndPageNumberOfSection(string sectionName) => OfSection(sectionName, (_, section) => section.Last);

    /// <summary>Adds the number of the page counted from the beginning of a section.</summary>
    public TextPageNumberDescriptor PageNumberWithinSection(string sectionName) =>
        OfSection(sectionName, (page, section) => page - section.First + 1);

    /// <summary>Adds the number of pages of a section.</summary>
    public TextPageNumberDescriptor TotalPagesWithinSection(string sectionName) =>
        OfSection(sectionName, (_, section) => section.Last - section.First + 1);

    private TextPageNumberDescriptor OfSection(string name, Func<int, (int First, int Last), int> number) =>
        Add(TextPageNumberDescriptor.Create(context => context.KnownSections.TryGetValue(ElementExtensions.NotBlank(name), out var section)
            ? number(context.PageNumber, section)
            : null));

    private TextSpanDescriptor Add(TextSpan span) => Add(new TextSpanDescriptor(span));

    private T Add<T>(T descriptor)
        where T : TextSpanDescriptor
    {
        _block.Spans.Add(descriptor.Span);
        return descriptor;
    }
}
