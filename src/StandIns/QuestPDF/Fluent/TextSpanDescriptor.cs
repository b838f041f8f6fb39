using QuestPDF.Elements.Text;

namespace QuestPDF.Fluent;

/// <summary>Describes a piece of text.</summary>
public class TextSpanDescriptor
{
    internal TextSpanDescriptor(TextSpan span) => Span = span;

    internal TextSpan Span { get; }
}

/// <summary>Describes text of one style.</summary>
public sealed class TextBlockDescriptor : TextSpanDescriptor
{
    internal TextBlockDescriptor(TextSpan span)
        : base(span)
    {
    }
}

/// <summary>Describes a page number within text.</summary>
public sealed class TextPageNumberDescriptor : TextSpanDescriptor
{
    internal TextPageNumberDescriptor(TextSpan span)
        : base(span)
    {
    }
}
