using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements.Text;

/// <summary>Breaks spans into lines: greedily, after white space, hyphens and slashes; inside of words wider than a line.</summary>
internal sealed class LineBreaker(float width)
{
    private readonly List<TextLine> lines = [];
    private readonly List<TextPiece> line = [];
    private readonly List<TextPiece> spaces = [];
    private float lineWidth;

    internal static List<TextLine> Break(IReadOnlyList<TextSpan> spans, LayoutContext context, float width)
    {
        var pieces = spans.SelectMany(span => span.Pieces(context)).ToList();
        return pieces.Count == 0 ? [] : new LineBreaker(width + Size.Epsilon).Break(pieces);
    }

    /// <summary>The words and spaces of a text.</summary>
    internal static IEnumerable<TextPiece> Pieces(TextSpan span, string text)
    {
        foreach (var (run, font) in span.Fonts!.Split(text.ReplaceLineEndings("\n")))
        {
            for (int start = 0, end; start < run.Length; start = end)
            {
                end = start + 1;
                var kind = KindOf(run[start]);
                while (kind is PieceKind.Word or PieceKind.Space && end < run.Length && KindOf(run[end]) is var next
                    && (next == kind || (kind == PieceKind.Word && next == PieceKind.BreakableWord)))
                {
                    end++;
                    kind = next;
                }

                yield return new TextPiece(span, font, run[start..end], kind);
            }
        }
    }

    private static PieceKind KindOf(char character) => character switch
    {
        '\n' => PieceKind.NewLine,
        ' ' or '\t' or '\u2009' or '\u200B' => PieceKind.Space,
        '-' or '–' or '—' or '/' => PieceKind.BreakableWord,
        _ => PieceKind.Word,
    };

    private List<TextLine> Break(List<TextPiece> pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            switch (pieces[i].Kind)
            {
                case PieceKind.NewLine:
                    spaces.Add(pieces[i]);
                    EndLine(pieces[i].Span, endsParagraph: true);
                    break;
                case PieceKind.Space:
                    spaces.Add(pieces[i]);
                    break;
                default:
                    var word = new List<TextPiece> { pieces[i] };
                    while (pieces[i].Kind == PieceKind.Word && i + 1 < pieces.Count
                        && pieces[i + 1].Kind is PieceKind.Word or PieceKind.BreakableWord)
                    {
                        word.Add(pieces[++i]);
                    }

                    AddWord(word);
                    break;
            }
        }

        if (line.Count > 0 || spaces.Count > 0)
        {
            EndLine(pieces[^1].Span, endsParagraph: true);
        }

        return lines;
    }

    private void AddWord(List<TextPiece> word)
    {
        var wordWidth = word.Sum(piece => piece.Width);
        if (lineWidth + spaces.Sum(space => space.Width) + wordWidth > width && (line.Count > 0 || wordWidth <= width))
        {
            EndLine(word[0].Span);
        }

        List<TextPiece> added = [.. spaces, .. word];
        spaces.Clear();
        added.ForEach(AddPiece);
    }

    private void AddPiece(TextPiece piece)
    {
        for (var rest = piece; rest is not null;)
        {
            var (head, tail) = lineWidth + rest.Width <= width ? (rest, null) : rest.CutAt(width - lineWidth, line.Count == 0 ? 1 : 0);
            if (head is not null)
            {
                line.Add(head);
                lineWidth += head.Width;
            }

            rest = tail;
            if (rest is not null)
            {
                EndLine(piece.Span);
            }
        }
    }

    private void EndLine(TextSpan span, bool endsParagraph = false)
    {
        if (line.Count > 0 || endsParagraph)
        {
            lines.Add(new TextLine([.. line], [.. spaces], span));
        }

        line.Clear();
        spaces.Clear();
        lineWidth = 0;
    }
}
