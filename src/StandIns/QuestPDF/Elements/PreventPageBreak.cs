using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>
/// Moves to the next page content that would be shown only in part; <paramref name="minHeight"/> of it is enough. It moves once, and once
/// more where items that float have taken the top of that page.
/// </summary>
internal sealed class PreventPageBreak(float? minHeight = null) : Container
{
    private const int MostMoves = 2;

    private int moves;

    internal override SpacePlan Measure(LayoutContext context, Size available)
    {
        var plan = Content.Measure(context, available);
        return MustMove(context, available, plan) ? SpacePlan.Partial(0, 0) : plan;
    }

    internal override void Draw(LayoutContext context, Size available)
    {
        if (MustMove(context, available, Content.Measure(context, available)))
        {
            moves++;
            return;
        }

        moves = MostMoves;
        Content.Draw(context, available);
    }

    internal override void Reset()
    {
        moves = 0;
        base.Reset();
    }

    private bool MustMove(LayoutContext context, Size available, SpacePlan plan) =>
        (moves == 0 || (moves < MostMoves && FitsAnEmptyPage(context, available))) && plan.Type switch
        {
            SpacePlanType.Wrap => true,
            SpacePlanType.PartialRender => minHeight is null || plan.Height < minHeight,
            _ => false,
        };

    private bool FitsAnEmptyPage(LayoutContext context, Size available) => available.Height < context.ContentHeight - Size.Epsilon
        && Content.Measure(context, new Size(available.Width, context.ContentHeight)).Type == SpacePlanType.FullRender;
}
