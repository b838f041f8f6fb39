using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements.Text;

/// <summary>A piece of text of one style. <see cref="Content"/> is asked at each layout, for page numbers.</summary>
internal sealed class TextSpan(Func<LayoutContext, string> content)
{
    private (string Text, IReadOnlyList<TextPiece> Pieces)? last;

    internal Func<LayoutContext, string> Content { get; } = content;

    internal TextStyle Style { get; set; } = TextStyle.Default;

    /// <summary>Where it leads to; null for nowhere.</summary>
    internal LinkTarget? Target { get; init; }

    internal SpanFonts? Fonts { get; set; }

    /// <summary>The content in words and spaces; they are made anew only where it has changed.</summary>
    internal IReadOnlyList<TextPiece> Pieces(LayoutContext context)
    {
        var text = Content(context);
        if (last?.Text != text)
        {
            last = (text, [.. LineBreaker.Pieces(this, text)]);
        }

        return last.Value.Pieces;
    }
}
