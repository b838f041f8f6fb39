using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>Limits on the size.</summary>
internal sealed class Constrained : Container
{
    internal float? MinWidth { get; set; }

    internal float? MaxWidth { get; set; }

    internal float? Height { get; set; }

    internal override SpacePlan Measure(LayoutContext context, Size available)
    {
        if (MinWidth > available.Width + Size.Epsilon || Height > available.Height + Size.Epsilon)
        {
            return SpacePlan.Wrap($"Constrained: needs {MinWidth ?? 0:0.##} x {Height ?? 0:0.##} points, but only {available} are left");
        }

        var plan = Content.Measure(context, Inner(available));
        return plan.Type is SpacePlanType.Empty or SpacePlanType.Wrap
            ? plan.Within(Name)
            : plan with { Width = Math.Max(plan.Width, MinWidth ?? 0), Height = Math.Max(plan.Height, Height ?? 0) };
    }

    internal override void Draw(LayoutContext context, Size available) => Content.Draw(context, Inner(available));

    private Size Inner(Size available) =>
        new(Math.Min(available.Width, MaxWidth ?? Size.Infinity), Math.Min(available.Height, Height ?? Size.Infinity));
}
