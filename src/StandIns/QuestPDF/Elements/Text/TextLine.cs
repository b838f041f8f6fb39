namespace QuestPDF.Elements.Text;

/// <summary>A line of a text block; an empty one is as high as <paramref name="Fallback"/>.</summary>
/// <param name="Pieces">What is seen.</param>
/// <param name="Ending">White space that parts it from the next line; takes no room.</param>
/// <param name="Fallback">What an empty line belongs to.</param>
internal sealed record TextLine(IReadOnlyList<TextPiece> Pieces, IReadOnlyList<TextPiece> Ending, TextSpan Fallback)
{
    internal float Width { get; } = Pieces.Sum(piece => piece.Width);

    internal float Ascent { get; } = Spans(Pieces, Fallback).Max(span => span.Fonts!.Ascent);

    internal float Descent { get; } = Spans(Pieces, Fallback).Max(span => span.Fonts!.Descent);

    internal float Height => Ascent + Descent;

    private static IEnumerable<TextSpan> Spans(IReadOnlyList<TextPiece> pieces, TextSpan fallback) =>
        pieces.Count == 0 ? [fallback] : pieces.Select(piece => piece.Span);
}
