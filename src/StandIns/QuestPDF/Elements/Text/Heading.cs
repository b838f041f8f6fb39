using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements.Text;

/// <summary>A heading: where its first part is drawn, the outline leads to.</summary>
internal sealed class Heading(int level) : Container
{
    internal override void Draw(LayoutContext context, Size available)
    {
        var plan = Content.Measure(context, available);
        if (plan.Type is SpacePlanType.FullRender or SpacePlanType.PartialRender && context.Seen.Add(this))
        {
            var title = string.Join(' ', Texts(this).Select(text => text.Text(context)));
            var (left, top) = context.Origin;
            context.Bookmarks.Add(new Bookmark(level, title, context.PageNumber - 1, left, context.PageHeight - top));
        }

        Content.Draw(context, available);
    }

    private static IEnumerable<TextBlock> Texts(Element element) =>
        element is TextBlock text ? [text] : element.Children.SelectMany(Texts);
}
