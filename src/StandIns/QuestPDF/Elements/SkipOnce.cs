using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>In a repeated place: every time but the first.</summary>
internal sealed class SkipOnce : Container
{
    internal override SpacePlan Measure(LayoutContext context, Size available) =>
        context.Seen.Contains(this) ? Content.Measure(context, available) : SpacePlan.Empty();

    internal override void Draw(LayoutContext context, Size available)
    {
        if (!context.Seen.Add(this))
        {
            Content.Draw(context, available);
        }
    }
}
