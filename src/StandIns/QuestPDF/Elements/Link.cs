using QuestPDF.Drawing;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>Content that leads to a section when clicked.</summary>
internal sealed class Link(string section) : Container
{
    internal static void Annotate(SKCanvas canvas, string? section, SKRect area)
    {
        if (section is not null)
        {
            using var annotation = canvas.DrawLinkDestinationAnnotation(area, section);
        }
    }

    internal override void Draw(LayoutContext context, Size available)
    {
        var plan = Content.Measure(context, available);
        if (plan.Type is SpacePlanType.Empty or SpacePlanType.Wrap)
        {
            return;
        }

        Content.Draw(context, available);
        Annotate(context.Canvas, section, new SKRect(0, 0, Math.Min(plan.Width, available.Width), plan.Height));
    }
}
