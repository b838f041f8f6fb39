using QuestPDF.Drawing;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>A named target of links.</summary>
internal sealed class Section(string name) : Container
{
    private bool isMarked;

    internal override void Draw(LayoutContext context, Size available)
    {
        if (!isMarked)
        {
            using var target = context.Canvas.DrawNamedDestinationAnnotation(new SKPoint(0, 0), name);
            isMarked = true;
        }

        context.Sections.TryAdd(name, context.PageNumber);
        Content.Draw(context, available);
    }

    internal override void Reset(ResetKind kind)
    {
        if (kind == ResetKind.NewPass)
        {
            isMarked = false;
        }

        base.Reset(kind);
    }
}
