using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements.Text;

/// <summary>Breaks spans into lines: greedily, after white space, hyphens and slashes; inside a word only when it is wider than a line.</summary>
internal sealed class LineBreaker(float width)
{
    private readonly List<TextLine> _lines = [];
    private readonly List<TextPiece> _line = [];
    private readonly List<TextPiece> _spaces = [];
    private float _lineWidth;

    internal static List<TextLine> Break(IReadOnlyList<TextSpan> spans, LayoutContext context, float width)
    {
        var pieces = spans.SelectMany(span => Pieces(span, span.Content(context))).ToList();
        return pieces.Count == 0 ? [] : new LineBreaker(width + Size.Epsilon).Break(pieces);
    }

    private static IEnumerable<TextPiece> Pieces(TextSpan span, string text)
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
                    EndLine(pieces[i].Span, endsParagraph: true);
                    break;
                case PieceKind.Space:
                    _spaces.Add(pieces[i]);
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

        if (_line.Count > 0 || _spaces.Count > 0)
        {
            EndLine(pieces[^1].Span, endsParagraph: true);
        }

        return _lines;
    }

    private void AddWord(List<TextPiece> word)
    {
        var wordWidth = word.Sum(piece => piece.Width);
        if (_lineWidth + _spaces.Sum(space => space.Width) + wordWidth > width && (_line.Count > 0 || wordWidth <= width))
        {
            EndLine(word[0].Span, endsParagraph: false);
        }

        foreach (var piece in _spaces.Concat(word).ToList())
        {
            AddPiece(piece);
        }

        _spaces.Clear();
    }

    private void AddPiece(TextPiece piece)
    {
        for (var rest = piece; rest is not null;)
        {
            var (head, tail) = _lineWidth + rest.Width <= width ? (rest, null) : rest.CutAt(width - _lineWidth, _line.Count == 0 ? 1 : 0);
            if (head is not null)
            {
                _line.Add(head);
                _lineWidth += head.Width;
            }

            rest = tail;
            if (rest is not null)
            {
                EndLine(piece.Span, endsParagraph: false);
            }
        }
    }

    private void EndLine(TextSpan span, bool endsParagraph)
    {
        if (_line.Count > 0 || endsParagraph)
        {
            _lines.Add(new TextLine([.. _line], span, endsParagraph));
        }

        _line.Clear();
        _spaces.Clear();
        _lineWidth = 0;
    }
}
