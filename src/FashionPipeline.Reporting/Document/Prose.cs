using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace FashionPipeline.Reporting.Document;

/// <summary>
/// Running text, in pieces of which some mention a figure or a table. It is written as an interpolated string, <c>$"{table} has the
/// scores."</c>; a text that comes from elsewhere, such as a description, is never searched for mentions.
/// </summary>
[InterpolatedStringHandler]
public sealed class Prose
{
    private readonly List<(string Text, Reference? Target)> parts = [];

    /// <summary>Begins a text; called by the compiler.</summary>
    public Prose(int literalLength, int formattedCount)
    {
    }

    /// <summary>
    /// Texts and mentions in turn, a text first and last, which may be empty; the text of a mention is the name of its target.
    /// </summary>
    public IEnumerable<(string Text, Reference? Target)> Pieces
    {
        get
        {
            var text = new StringBuilder();
            foreach (var (part, target) in parts)
            {
                text.Append(part);
                if (target is not null)
                {
                    yield return (text.ToString(), null);
                    yield return (target.Name, target);
                    text.Clear();
                }
            }

            yield return (text.ToString(), null);
        }
    }

    /// <summary>A text without mentions.</summary>
    public static implicit operator Prose(string text)
    {
        var prose = new Prose(text.Length, 0);
        prose.AppendLiteral(text);
        return prose;
    }

    /// <summary>Adds a text.</summary>
    public void AppendLiteral(string text) => parts.Add((text, null));

    /// <summary>Adds a text.</summary>
    public void AppendFormatted(string text) => parts.Add((text, null));

    /// <summary>Adds a whole number, without separators.</summary>
    public void AppendFormatted<T>(T number)
        where T : IBinaryInteger<T> => AppendLiteral(number.ToString(null, CultureInfo.InvariantCulture));

    /// <summary>Mentions a figure or a table.</summary>
    public void AppendFormatted(Reference target) => parts.Add(("", target));

    /// <summary>Adds a text with its mentions.</summary>
    public void AppendFormatted(Prose text) => parts.AddRange(text.parts);

    /// <summary>The text as readers see it.</summary>
    public override string ToString() => string.Concat(Pieces.Select(piece => piece.Text));
}
