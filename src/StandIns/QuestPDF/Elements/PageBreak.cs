using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>Ends the page.</summary>
internal sealed class PageBreak : Element
{
    private bool isDone;

    internal override SpacePlan Measure(LayoutContext context, Size available) => isDone ? SpacePlan.Empty() : SpacePlan.Partial(0, 0);

    internal override void Draw(LayoutContext context, Size available) => isDone = true;

    internal override void Reset() => isDone = false;
}
