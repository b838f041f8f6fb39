using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>An element that is drawn whole, once.</summary>
internal abstract class LeafElement : Element
{
    private bool isDrawn;

    internal sealed override SpacePlan Measure(LayoutContext context, Size available) =>
        isDrawn ? SpacePlan.Empty() : MeasureWhole(available);

    internal sealed override void Draw(LayoutContext context, Size available)
    {
        if (!isDrawn)
        {
            DrawWhole(context, available);
            isDrawn = true;
        }
    }

    internal sealed override void Reset() => isDrawn = false;

    protected abstract SpacePlan MeasureWhole(Size available);

    protected virtual void DrawWhole(LayoutContext context, Size available)
    {
    }
}
