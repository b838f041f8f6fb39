using QuestPDF.Drawing;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>Content that leads elsewhere when clicked.</summary>
internal sealed class Link(LinkTarget target) : Container
{
    private const string Type = "Link";

    internal override void Draw(LayoutContext context, Size available)
    {
        var plan = Content.Measure(context, available);
        if (plan.Type is SpacePlanType.Empty or SpacePlanType.Wrap)
        {
            return;
        }

        var area = new SKRect(0, 0, Math.Min(plan.Width, available.Width), plan.Height);
        var outer = context.Tagging.Current;
        var description = outer?.AlternativeText ?? Text(context);
        if (outer?.Type == Type)
        {
            DrawLinked();
        }
        else
        {
            context.Tagging.Within(this, Type, DrawLinked);
        }

        void DrawLinked()
        {
            Content.Draw(context, available);
            context.Link(area, target, description);
        }
    }
}
