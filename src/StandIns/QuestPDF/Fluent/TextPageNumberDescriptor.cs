using QuestPDF.Drawing;
using QuestPDF.Elements.Text;

namespace QuestPDF.Fluent;

/// <summary>Describes a page number within text.</summary>
public sealed class TextPageNumberDescriptor : TextSpanDescriptor
{
    private readonly Formatting _formatting;

    private TextPageNumberDescriptor(TextSpan span, Formatting formatting)
        : base(span) => _formatting = formatting;

    /// <summary>Sets how the number is written. Default: digits, or 123 while it is unknown.</summary>
    public TextPageNumberDescriptor Format(PageNumberFormatter formatter)
    {
        _formatting.Formatter = formatter;
        return this;
    }

    internal static TextPageNumberDescriptor Create(Func<LayoutContext, int?> number)
    {
        var formatting = new Formatting();
        return new TextPageNumberDescriptor(TextSpan.PageNumber(number, () => formatting.Formatter), formatting);
    }

    private sealed class Formatting
    {
        internal PageNumberFormatter? Formatter { get; set; }
    }
}
