using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements.Text;

/// <summary>Spans of text, broken into lines; lines that do not fit go to the next page.</summary>
/// <param name="alignment">Where lines stand: 0 is left, 0.5 the middle, 1 right.</param>
internal sealed class TextBlock(float alignment) : Element
{
    private int drawn;
    private bool isDone;

    internal override string Name => "Text";

    internal List<TextSpan> Spans { get; } = [];

    internal TextStyle Style { get; set; } = TextStyle.Default;

    internal override string Text(LayoutContext context) =>
        string.Concat(Spans.Select(span => span.Content(context))).ReplaceLineEndings(" ");

    internal override SpacePlan Measure(LayoutContext context, Size available)
    {
        if (isDone)
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
            return SpacePlan.Wrap($"Text '{Beginning(context)}': a character is {widest:0.##} points wide, but only {available} are left");
        }

        var (count, height) = Fitting(lines, available.Height);
        return count == 0
            ? SpacePlan.Wrap($"Text '{Beginning(context)}': a line is {lines[0].Height:0.##} points high, but only {available} are left")
            : count < lines.Count ? SpacePlan.Partial(widest, height)
            : SpacePlan.Full(widest, height);
    }

    internal override void Draw(LayoutContext context, Size available)
    {
        if (isDone)
        {
            return;
        }

        var lines = Lines(context, available);
        var (count, _) = Fitting(lines, available.Height);
        if (context.TotalPages is not null)
        {
            Tagged(context, () => Paint(context, lines.Take(count), available.Width));
        }

        drawn += count;
        isDone = count == lines.Count;
    }

    internal override void Reset() => (drawn, isDone) = (0, false);

    internal override void InheritTextStyle(TextStyle style)
    {
        foreach (var span in Spans)
        {
            span.Fonts = new SpanFonts(span.Style.Over(Style.Over(style)));
        }
    }

    // Text that nothing else is said of is a paragraph.
    private void Tagged(LayoutContext context, Action draw)
    {
        if (context.Tagging.Current is { IsGroup: true })
        {
            context.Tagging.Within(this, "P", draw);
        }
        else
        {
            draw();
        }
    }

    private void Paint(LayoutContext context, IEnumerable<TextLine> lines, float width)
    {
        var top = 0f;
        foreach (var line in lines)
        {
            TextPainter.Draw(context, line, alignment, top, width);
            top += line.Height;
        }
    }

    private List<TextLine> Lines(LayoutContext context, Size available) =>
        [.. LineBreaker.Break(Spans, context, available.Width).Skip(drawn)];

    private static (int Count, float Height) Fitting(List<TextLine> lines, float available)
    {
        var height = 0f;
        for (var i = 0; i < lines.Count; i++)
        {
            if (height + lines[i].Height > available + Size.Epsilon)
            {
                return (i, height);
            }

            height += lines[i].Height;
        }

        return (lines.Count, height);
    }

    private string Beginning(LayoutContext context)
    {
        var text = Text(context);
        return text.Length <= 40 ? text : text[..40] + "…";
    }
}
