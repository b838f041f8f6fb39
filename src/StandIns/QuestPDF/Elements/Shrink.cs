using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>Takes no more space than the content needs.</summary>
internal sealed class Shrink : Container
{
    internal bool Horizontally { get; set; }

    internal bool Vertically { get; set; }

    internal override void Draw(LayoutContext context, Size available)
    {
        var plan = Content.Measure(context, available);
        if (plan.Type is not (SpacePlanType.Empty or SpacePlanType.Wrap))
        {
            Content.Draw(context, new Size(Horizontally ? plan.Width : available.Width, Vertically ? plan.Height : available.Height));
        }
    }
}
