using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements.Text;

/// <summary>Spans of text, broken into lines; lines that do not fit go to the next page.</summary>
internal sealed class TextBlock : Element
{
    private int _drawn;
    private bool _isDone;

    internal override string Name => "Text";

    internal List<TextSpan> Spans { get; } = [];

    internal TextStyle Style { get; set; } = TextStyle.Default;

    internal TextAlignment Alignment { get; set; }

    /// <summary>Extra space between paragraphs, in points.</summary>
    internal float ParagraphSpacing { get; set; }

    /// <summary>The whole text, in one line.</summary>
    internal string Text(LayoutContext context) => string.Concat(Spans.Select(span => span.Content(context))).ReplaceLineEndings(" ");

    internal override SpacePlan Measure(LayoutContext context, Size available)
    {
        if (_isDone)
        {
            return SpacePlan.Empty();
        }

        var lines = Lines(context, available);
        if (lines.Count == 0)
        {
            return SpacePlan.Full(0, 0);
        }

        var widest = lines.Max(line => line.Width);
        if (widest > available.Width + Size.Epsilon)
        {
            return SpacePlan.Wrap($"Text '{Beginning(context)}': a character needs {widest:0.##} points of width, but only {available} are left");
        }

        var (count, height) = Fitting(lines, available.Height);
        return count == 0 ? SpacePlan.Wrap($"Text '{Beginning(context)}': a line is {lines[0].Height:0.##} points high, but only {available} are left")
            : count < lines.Count ? SpacePlan.Partial(widest, height)
            : SpacePlan.Full(widest, height);
    }

    internal override void Draw(LayoutContext context, Size available)
    {
        if (_isDone)
        {
            return;
        }

        var lines = Lines(context, available);
        var (count, _) = Fitting(lines, available.Height);
        var top = 0f;
        foreach (var line in lines.Take(count))
        {
            if (context.TotalPages is not null)
            {
                TextPainter.Draw(context.Canvas, line, Alignment, top, available.Width);
            }

            top += line.Height + (line.EndsParagraph ? ParagraphSpacing : 0);
        }

        _drawn += count;
        _isDone = count == lines.Count;
    }

    internal override void Reset(ResetKind kind) => (_drawn, _isDone) = (0, false);

    internal override void InheritTextStyle(TextStyle style)
    {
        foreach (var span in Spans)
        {
            span.Fonts = new SpanFonts(span.Style.Over(Style.Over(style)));
        }
    }

    private List<TextLine> Lines(LayoutContext context, Size available) =>
        [.. LineBreaker.Break(Spans, context, available.Width).Skip(_drawn)];

    private (int Count, float Height) Fitting(List<TextLine> lines, float available)
    {
        var height = 0f;
        var top = 0f;
        for (var i = 0; i < lines.Count; i++)
        {
            if (top + lines[i].Height > available + Size.Epsilon)
            {
                return (i, height);
            }

            height = top + lines[i].Height;
            top = height + (lines[i].EndsParagraph ? ParagraphSpacing : 0);
        }

        return (lines.Count, height);
    }

    private string Beginning(LayoutContext context)
    {
        var text = Text(context);
        return text.Length <= 40 ? text : text[..40] + "…";
    }
}

internal enum TextAlignment
{
    Left,
    Center,
    Right,
    Justify,
}
