using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>Places content of its own size within the space. 0 is left or top, 0.5 the middle, 1 right or bottom; null fills.</summary>
internal sealed class Alignment : Container
{
    internal float? Horizontal { get; set; }

    internal float? Vertical { get; set; }

    internal override void Draw(LayoutContext context, Size available)
    {
        var plan = Content.Measure(context, available);
        if (plan.Type is SpacePlanType.Empty or SpacePlanType.Wrap)
        {
            return;
        }

        var size = new Size(
            Horizontal is null ? available.Width : Math.Min(plan.Width, available.Width),
            Vertical is null ? available.Height : Math.Min(plan.Height, available.Height));
        var x = (available.Width - size.Width) * (Horizontal ?? 0);
        var y = (available.Height - size.Height) * (Vertical ?? 0);
        context.Translated(x, y, () => Content.Draw(context, size));
    }
}
