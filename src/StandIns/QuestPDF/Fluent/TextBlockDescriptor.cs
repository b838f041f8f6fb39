using QuestPDF.Elements.Text;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Describes text of one style.</summary>
public sealed class TextBlockDescriptor : TextSpanDescriptor
{
    private readonly TextBlock _block;

    internal TextBlockDescriptor(TextBlock block, TextSpan span)
        : base(span) => _block = block;

    /// <summary>Lines start at the left.</summary>
    public TextBlockDescriptor AlignLeft() => Align(TextAlignment.Left);

    /// <summary>Lines are centred.</summary>
    public TextBlockDescriptor AlignCenter() => Align(TextAlignment.Center);

    /// <summary>Lines end at the right.</summary>
    public TextBlockDescriptor AlignRight() => Align(TextAlignment.Right);

    /// <summary>Lines are stretched to the width, but for the last of a paragraph.</summary>
    public TextBlockDescriptor Justify() => Align(TextAlignment.Justify);

    /// <summary>Extra space between paragraphs.</summary>
    /// <exception cref="ArgumentException">The value is negative.</exception>
    public TextBlockDescriptor ParagraphSpacing(float value, Unit unit = Unit.Point)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        _block.ParagraphSpacing = value.ToPoints(unit);
        return this;
    }

    private TextBlockDescriptor Align(TextAlignment alignment)
    {
        _block.Alignment = alignment;
        return this;
    }
}
