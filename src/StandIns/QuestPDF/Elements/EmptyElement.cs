using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>A place that nobody filled.</summary>
internal sealed class EmptyElement : Element
{
    internal static readonly EmptyElement Instance = new();

    internal override SpacePlan Measure(LayoutContext context, Size available) => SpacePlan.Full(0, 0);

    internal override void Draw(LayoutContext context, Size available)
    {
    }
}
