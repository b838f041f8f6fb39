using QuestPDF.Elements.Text;

namespace QuestPDF.Fluent;

/// <summary>Describes a piece of text.</summary>
public class TextSpanDescriptor
{
    internal TextSpanDescriptor(TextSpan span) => Span = span;

    internal TextSpan Span { get; }
}
