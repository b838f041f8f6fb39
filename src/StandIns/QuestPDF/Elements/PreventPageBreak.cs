using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>Moves to the next page, once, content that would be shown only in part; <paramref name="minHeight"/> of it is enough.</summary>
internal sealed class PreventPageBreak(float? minHeight = null) : Container
{
    private bool isDecided;

    internal override SpacePlan Measure(LayoutContext context, Size available)
    {
        var plan = Content.Measure(context, available);
        return MustMove(plan) ? SpacePlan.Partial(0, 0) : plan;
    }

    internal override void Draw(LayoutContext context, Size available)
    {
        var mustMove = MustMove(Content.Measure(context, available));
        isDecided = true;
        if (!mustMove)
        {
            Content.Draw(context, available);
        }
    }

    internal override void Reset()
    {
        isDecided = false;
        base.Reset();
    }

    private bool MustMove(SpacePlan plan) => !isDecided && plan.Type switch
    {
        SpacePlanType.Wrap => true,
        SpacePlanType.PartialRender => minHeight is null || plan.Height < minHeight,
        _ => false,
    };
}
