using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>Content that is never split over pages.</summary>
internal sealed class ShowEntire : Container
{
    internal override SpacePlan Measure(LayoutContext context, Size available)
    {
        var plan = Content.Measure(context, available);
        return plan.Type == SpacePlanType.PartialRender
            ? SpacePlan.Wrap($"ShowEntire > {Content.Name}: does not fit whole into {available}")
            : plan.Within(Name);
    }
}
