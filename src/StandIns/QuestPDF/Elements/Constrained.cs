using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>Limits on the size.</summary>
internal sealed class Constrained : Container
{
    internal float? MinWidth { get; set; }

    internal float? MaxWidth { get; set; }

    internal float? MinHeight { get; set; }

    internal float? MaxHeight { get; set; }

    internal override SpacePlan Measure(LayoutContext context, Size available)
    {
        if (MinWidth > available.Width + Size.Epsilon)
        {
            return SpacePlan.Wrap($"Constrained: needs a width of {MinWidth:0.##} points, but only {available} are left");
        }

        if (MinHeight > available.Height + Size.Epsilon)
        {
            return SpacePlan.Wrap($"Constrained: needs a height of {MinHeight:0.##} points, but only {available} are left");
        }

        var plan = Content.Measure(context, Inner(available));
        return plan.Type is SpacePlanType.Empty or SpacePlanType.Wrap
            ? plan.Within(Name)
            : plan with { Width = Math.Max(plan.Width, MinWidth ?? 0), Height = Math.Max(plan.Height, MinHeight ?? 0) };
    }

    internal override void Draw(LayoutContext context, Size available) => Content.Draw(context, Inner(available));

    private Size Inner(Size available) =>
        new(Math.Min(available.Width, MaxWidth ?? Size.Infinity), Math.Min(available.Height, MaxHeight ?? Size.Infinity));
}
