using QuestPDF.Drawing;
using QuestPDF.Elements.Text;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>A heading: where its first part is drawn, the outline leads to.</summary>
internal sealed class Heading(int level) : Container
{
    private bool isMarked;

    internal override void Draw(LayoutContext context, Size available)
    {
        if (!isMarked && Content.Measure(context, available).Type is SpacePlanType.FullRender or SpacePlanType.PartialRender)
        {
            var title = string.Join(' ', Texts(this).Select(text => text.Text(context)));
            context.Bookmarks.Add(new Bookmark(level, title, context.PageNumber - 1, context.Origin.X, context.PageHeight - context.Origin.Y));
            isMarked = true;
        }

        Content.Draw(context, available);
    }

    internal override void Reset(ResetKind kind)
    {
        if (kind == ResetKind.NewPass)
        {
            isMarked = false;
        }

        base.Reset(kind);
    }

    private static IEnumerable<TextBlock> Texts(Element element) =>
        element is TextBlock text ? [text] : element.Children.SelectMany(Texts);
}
