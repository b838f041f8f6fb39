using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>In a repeated place: only the first time.</summary>
internal sealed class ShowOnce : Container
{
    private bool _isDone;

    internal override SpacePlan Measure(LayoutContext context, Size available) =>
        _isDone ? SpacePlan.Empty() : Content.Measure(context, available);

    internal override void Draw(LayoutContext context, Size available)
    {
        if (!_isDone)
        {
            _isDone = Content.Measure(context, available).Type is SpacePlanType.FullRender or SpacePlanType.Empty;
            Content.Draw(context, available);
        }
    }

    internal override void Reset(ResetKind kind)
    {
        if (kind == ResetKind.NewPass)
        {
            _isDone = false;
        }

        if (!_isDone)
        {
            base.Reset(kind);
        }
    }
}
