using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>Items beside each other, all as high as the highest.</summary>
internal sealed class Row : Element
{
    internal List<RowItem> Items { get; } = [];

    internal float Spacing { get; set; }

    internal override IEnumerable<Element> Children => Items;

    internal override SpacePlan Measure(LayoutContext context, Size available)
    {
        if (Items.Count == 0)
        {
            return SpacePlan.Full(0, 0);
        }

        if (Items.All(item => item.IsDrawn))
        {
            return SpacePlan.Empty();
        }

        var widths = Widths(context, available);
        var total = widths.Sum() + (Spacing * (Items.Count - 1));
        if (total > available.Width + Size.Epsilon)
        {
            return SpacePlan.Wrap($"Row: its items need a width of {total:0.##} points, but only {available} are left");
        }

        var height = 0f;
        var isPartial = false;
        for (var i = 0; i < Items.Count; i++)
        {
            var plan = Items[i].Measure(context, new Size(widths[i], available.Height));
            if (plan.Type == SpacePlanType.Wrap && !Items[i].IsDrawn)
            {
                return plan.Within(FormattableString.Invariant($"Row item {i + 1}"));
            }

            height = Math.Max(height, plan.Height);
            isPartial |= plan.Type == SpacePlanType.PartialRender;
        }

        return isPartial ? SpacePlan.Partial(total, height) : SpacePlan.Full(total, height);
    }

    internal override void Draw(LayoutContext context, Size available)
    {
        var widths = Widths(context, available);
        var left = 0f;
        for (var i = 0; i < Items.Count; i++)
        {
            var item = Items[i];
            var size = new Size(widths[i], available.Height);
            var plan = item.Measure(context, size);
            if (plan.Type is SpacePlanType.PartialRender or SpacePlanType.FullRender)
            {
                context.Translated(left, 0, () => item.Draw(context, size));
            }

            item.DrawnWidth = widths[i];
            item.IsDrawn = plan.Type != SpacePlanType.PartialRender;
            left += widths[i] + Spacing;
        }
    }

    internal override void Reset(ResetKind kind)
    {
        foreach (var item in Items)
        {
            item.IsDrawn = false;
        }

        base.Reset(kind);
    }

    private float[] Widths(LayoutContext context, Size available)
    {
        var widths = Items.Select(item => item.Kind switch
        {
            RowItemKind.Constant => item.Size,
            RowItemKind.Auto => item.IsDrawn ? item.DrawnWidth : item.Measure(context, new Size(Size.Infinity, Size.Infinity)).Width,
            _ => 0,
        }).ToArray();
        var rest = Math.Max(0, available.Width - (Spacing * (Items.Count - 1)) - widths.Sum());
        var weights = Items.Sum(item => item.Kind == RowItemKind.Relative ? item.Size : 0);
        return [.. widths.Zip(Items, (width, item) => item.Kind == RowItemKind.Relative ? rest * item.Size / weights : width)];
    }
}

internal sealed class RowItem(RowItemKind kind, float size) : Container
{
    internal RowItemKind Kind { get; } = kind;

    internal float Size { get; } = size;

    internal bool IsDrawn { get; set; }

    /// <summary>The width on the last page drawn, which a finished item keeps on the next ones.</summary>
    internal float DrawnWidth { get; set; }
}

internal enum RowItemKind
{
    Relative,
    Constant,
    Auto,
}
