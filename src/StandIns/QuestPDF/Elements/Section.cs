using QuestPDF.Drawing;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>A named target of links.</summary>
internal sealed class Section(string name) : Container
{
    private bool _isMarked;

    internal override void Draw(LayoutContext context, Size available)
    {
        if (!_isMarked)
        {
            using var target = context.Canvas.DrawNamedDestinationAnnotation(new SKPoint(0, 0), name);
            _isMarked = true;
        }

        var first = context.Sections.TryGetValue(name, out var known) ? known.First : context.PageNumber;
        context.Sections[name] = (first, context.PageNumber);
        Content.Draw(context, available);
    }

    internal override void Reset(ResetKind kind)
    {
        if (kind == ResetKind.NewPass)
        {
            _isMarked = false;
        }

        base.Reset(kind);
    }
}
