using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>Takes all the space that is offered.</summary>
internal sealed class Extend : Container
{
    internal bool Horizontally { get; set; }

    internal bool Vertically { get; set; }

    internal override SpacePlan Measure(LayoutContext context, Size available)
    {
        var plan = Content.Measure(context, available);
        return plan.Type is SpacePlanType.Empty or SpacePlanType.Wrap
            ? plan
            : plan with { Width = Horizontally ? available.Width : plan.Width, Height = Vertically ? available.Height : plan.Height };
    }
}
