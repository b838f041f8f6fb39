using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>Ends the page.</summary>
internal sealed class PageBreak : LeafElement
{
    protected override SpacePlan MeasureWhole(Size available) => SpacePlan.Partial(0, 0);
}
