using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements.Text;

/// <summary>A heading: where its first part is drawn, the outline leads to.</summary>
internal sealed class Heading(int level) : SemanticTag(FormattableString.Invariant($"H{level}"))
{
    internal override void Draw(LayoutContext context, Size available)
    {
        var plan = Content.Measure(context, available);
        if (plan.Type is SpacePlanType.FullRender or SpacePlanType.PartialRender && context.Seen.Add(this))
        {
            context.Bookmarks.Add(new Bookmark(level, Text(context), context.Here));
        }

        base.Draw(context, available);
    }
}
