using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>Items below each other; what does not fit goes to the next page.</summary>
internal sealed class Column : Element
{
    private int drawn;

    internal List<Container> Items { get; } = [];

    internal float Spacing { get; set; }

    internal override IEnumerable<Element> Children => Items;

    internal override SpacePlan Measure(LayoutContext context, Size available)
    {
        if (drawn == Items.Count)
        {
            return Items.Count == 0 ? SpacePlan.Full(0, 0) : SpacePlan.Empty();
        }

        var (parts, reason) = Plan(context, available);
        if (parts.Count == 0)
        {
            return SpacePlan.Wrap(reason).Within(FormattableString.Invariant($"Column item {drawn + 1}"));
        }

        var (width, height) = (parts.Max(part => part.Plan.Width), parts[^1].Top + parts[^1].Plan.Height);
        var isComplete = drawn + parts.Count == Items.Count && parts[^1].Plan.Type != SpacePlanType.PartialRender;
        return !isComplete ? SpacePlan.Partial(width, height)
            : parts.All(part => part.Plan.Type == SpacePlanType.Empty) ? SpacePlan.Empty()
            : SpacePlan.Full(width, height);
    }

    internal override void Draw(LayoutContext context, Size available)
    {
        foreach (var (top, plan) in Plan(context, available).Parts)
        {
            var item = Items[drawn];
            if (plan.Type != SpacePlanType.Empty)
            {
                context.Translated(0, top, () => item.Draw(context, new Size(available.Width, plan.Height)));
            }

            if (plan.Type != SpacePlanType.PartialRender)
            {
                drawn++;
            }
        }
    }

    internal override void Reset()
    {
        drawn = 0;
        base.Reset();
    }

    private (List<(float Top, SpacePlan Plan)> Parts, string Reason) Plan(LayoutContext context, Size available)
    {
        var parts = new List<(float Top, SpacePlan Plan)>();
        var top = 0f;
        foreach (var item in Items.Skip(drawn))
        {
            var plan = item.Measure(context, new Size(available.Width, Math.Max(0, available.Height - top)));
            if (plan.Type == SpacePlanType.Wrap)
            {
                return (parts, plan.Reason);
            }

            var hasNoSize = plan.Width < Size.Epsilon && plan.Height < Size.Epsilon;
            parts.Add((hasNoSize ? Math.Max(0, top - (top > 0 ? Spacing : 0)) : top, plan));
            if (plan.Type == SpacePlanType.PartialRender)
            {
                break;
            }

            top += hasNoSize ? 0 : plan.Height + Spacing;
        }

        return (parts, "");
    }
}
