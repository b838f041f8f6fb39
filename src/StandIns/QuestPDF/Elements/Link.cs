using QuestPDF.Drawing;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>Content that leads to a section or a web address when clicked.</summary>
internal sealed class Link(LinkTarget target) : Container
{
    internal override void Draw(LayoutContext context, Size available)
    {
        var plan = Content.Measure(context, available);
        if (plan.Type is SpacePlanType.Empty or SpacePlanType.Wrap)
        {
            return;
        }

        Content.Draw(context, available);
        target.Annotate(context.Canvas, new SKRect(0, 0, Math.Min(plan.Width, available.Width), plan.Height));
    }
}

internal sealed record LinkTarget(string Address, bool IsSection)
{
    internal void Annotate(SKCanvas canvas, SKRect area)
    {
        using var annotation = IsSection ? canvas.DrawLinkDestinationAnnotation(area, Address) : canvas.DrawUrlAnnotation(area, Address);
    }
}
