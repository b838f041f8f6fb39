using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>In a repeated place: every time but the first.</summary>
internal sealed class SkipOnce : Container
{
    private bool isSkipped;

    internal override SpacePlan Measure(LayoutContext context, Size available) =>
        isSkipped ? Content.Measure(context, available) : SpacePlan.Empty();

    internal override void Draw(LayoutContext context, Size available)
    {
        if (isSkipped)
        {
            Content.Draw(context, available);
        }

        isSkipped = true;
    }

    internal override void Reset(ResetKind kind)
    {
        if (kind == ResetKind.NewPass)
        {
            isSkipped = false;
        }

        base.Reset(kind);
    }
}
