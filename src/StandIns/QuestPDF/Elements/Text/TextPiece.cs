using SkiaSharp;

namespace QuestPDF.Elements.Text;

/// <summary>A part of a line that has one font and no inner break.</summary>
internal sealed record TextPiece(TextSpan Span, SKFont Font, string Text, PieceKind Kind)
{
    /// <summary>Its letters; those of the end of a paragraph part words for readers that know no lines.</summary>
    internal ShapedText Shaped { get; } = Shaping.Shape(Kind == PieceKind.NewLine ? " " : Text, Font);

    internal float Width => Kind == PieceKind.NewLine ? 0 : Shaped.Width;

    /// <summary>The longest beginning, at least <paramref name="minimum"/> characters, that is not wider; and the rest.</summary>
    internal (TextPiece? Head, TextPiece? Tail) CutAt(float width, int minimum)
    {
        var length = 0;
        while (length < Text.Length && (length < minimum || Shaping.Shape(Text[..(length + 1)], Font).Width <= width))
        {
            length += char.IsSurrogatePair(Text, length) ? 2 : 1;
        }

        return (length == 0 ? null : new TextPiece(Span, Font, Text[..length], Kind),
            length == Text.Length ? null : new TextPiece(Span, Font, Text[length..], Kind));
    }
}

internal enum PieceKind
{
    /// <summary>Letters; the next word piece sticks to it.</summary>
    Word,

    /// <summary>Letters after which a line may end.</summary>
    BreakableWord,

    /// <summary>White space.</summary>
    Space,

    /// <summary>The end of a paragraph.</summary>
    NewLine,
}
