using QuestPDF.Elements;
using QuestPDF.Elements.Text;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Text.</summary>
public static class TextExtensions
{
    /// <summary>Text of one style; <c>null</c> adds nothing.</summary>
    public static TextBlockDescriptor Text(this IContainer container, string? text)
    {
        var block = new TextBlock { Alignment = AlignmentOf(container) };
        var span = new TextSpan(_ => text ?? "");
        block.Spans.Add(span);
        if (text is not null)
        {
            container.Attach(block);
        }

        return new TextBlockDescriptor(block, span);
    }

    /// <summary>Text of several styles, with page numbers and links.</summary>
    public static void Text(this IContainer element, Action<TextDescriptor> content)
    {
        var block = new TextBlock { Alignment = AlignmentOf(element) };
        element.Attach(block);
        content(new TextDescriptor(block));
    }

    private static TextAlignment AlignmentOf(IContainer container) => container is Alignment { Horizontal: > 0 } alignment
        ? alignment.Horizontal == 1 ? TextAlignment.Right : TextAlignment.Center
        : TextAlignment.Left;
}
