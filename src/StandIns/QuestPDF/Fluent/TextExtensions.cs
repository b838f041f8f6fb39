using QuestPDF.Elements;
using QuestPDF.Elements.Text;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Text.</summary>
public static class TextExtensions
{
    /// <summary>Text of one style; <c>null</c> adds nothing.</summary>
    public static TextSpanDescriptor Text(this IContainer container, string? text)
    {
        var span = new TextSpan(_ => text ?? "");
        if (text is not null)
        {
            container.Attach(new TextBlock(AlignmentOf(container))).Spans.Add(span);
        }

        return new TextSpanDescriptor(span);
    }

    /// <summary>Text of several styles, with page numbers and links.</summary>
    public static void Text(this IContainer element, Action<TextDescriptor> content) =>
        content(new TextDescriptor(element.Attach(new TextBlock(AlignmentOf(element)))));

    private static float AlignmentOf(IContainer container) => (container as Alignment)?.Horizontal ?? 0;
}
