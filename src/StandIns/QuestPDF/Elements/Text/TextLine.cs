namespace QuestPDF.Elements.Text;

/// <summary>A line of a text block. <paramref name="EndsParagraph"/> lines are never justified.</summary>
internal sealed record TextLine(IReadOnlyList<TextPiece> Pieces, TextSpan Fallback, bool EndsParagraph)
{
    internal float Width { get; } = Pieces.Sum(piece => piece.Width);

    internal float Ascent { get; } = Spans(Pieces, Fallback).Max(span => span.Fonts!.Ascent + span.Fonts.Rise);

    internal float Descent { get; } = Spans(Pieces, Fallback).Max(span => span.Fonts!.Descent - span.Fonts.Rise);

    internal float Height => Ascent + Descent;

    private static IEnumerable<TextSpan> Spans(IReadOnlyList<TextPiece> pieces, TextSpan fallback) =>
        pieces.Count == 0 ? [fallback] : pieces.Select(piece => piece.Span);
}
