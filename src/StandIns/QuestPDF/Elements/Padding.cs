using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>Space around the content, on every page that shows a part of it.</summary>
internal sealed class Padding : Container
{
    internal float Left { get; set; }

    internal float Top { get; set; }

    internal float Right { get; set; }

    internal float Bottom { get; set; }

    internal override SpacePlan Measure(LayoutContext context, Size available)
    {
        var inner = Inner(available);
        if (inner.Width < -Size.Epsilon || inner.Height < -Size.Epsilon)
        {
            return SpacePlan.Wrap($"Padding: takes {Left + Right:0.##} x {Top + Bottom:0.##} points, but only {available} are left");
        }

        var plan = Content.Measure(context, inner);
        return plan.Type is SpacePlanType.Empty or SpacePlanType.Wrap
            ? plan.Within(Name)
            : plan with { Width = plan.Width + Left + Right, Height = plan.Height + Top + Bottom };
    }

    internal override void Draw(LayoutContext context, Size available) =>
        context.Translated(Left, Top, () => Content.Draw(context, Inner(available)));

    private Size Inner(Size available) => new(available.Width - Left - Right, available.Height - Top - Bottom);
}
