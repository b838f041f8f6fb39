using QuestPDF.Drawing;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>Vectors drawn by a callback, clipped to the space.</summary>
internal sealed class CanvasElement(Action<SKCanvas, Size> draw) : LeafElement
{
    internal override string Name => "Canvas";

    protected override SpacePlan MeasureWhole(Size available) => SpacePlan.Full(available.Width, available.Height);

    protected override void DrawWhole(LayoutContext context, Size available)
    {
        // The first pass only counts pages: a drawing cannot change them.
        if (context.TotalPages is null)
        {
            return;
        }

        context.Tagging.Content(context.Canvas);
        using var restore = new SKAutoCanvasRestore(context.Canvas);
        context.Canvas.ClipRect(new SKRect(0, 0, available.Width, available.Height));
        draw(context.Canvas, available);
    }
}
