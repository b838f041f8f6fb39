using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements.Text;

/// <summary>A piece of text of one style. <see cref="Content"/> is asked at each layout, for page numbers.</summary>
internal sealed class TextSpan(Func<LayoutContext, string> content)
{
    internal Func<LayoutContext, string> Content { get; } = content;

    internal TextStyle Style { get; set; } = TextStyle.Default;

    /// <summary>Section that it leads to.</summary>
    internal string? Target { get; init; }

    internal SpanFonts? Fonts { get; set; }
}
