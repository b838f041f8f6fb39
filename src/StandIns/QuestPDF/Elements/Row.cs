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

        SpacePlan[] plans = [.. Items.Select((item, i) => item.Measure(context, new Size(widths[i], available.Height)))];
        for (var i = 0; i < plans.Length; i++)
        {
            if (plans[i].Type == SpacePlanType.Wrap && !Items[i].IsDrawn)
            {
                return plans[i].Within(FormattableString.Invariant($"Row item {i + 1}"));
            }
        }

        var height = plans.Max(plan => plan.Height);
        return plans.Any(plan => plan.Type == SpacePlanType.PartialRender)
            ? SpacePlan.Partial(total, height)
            : SpacePlan.Full(total, height);
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

            item.DrawnWidth = plan.Type == SpacePlanType.PartialRender ? null : widths[i];
            left += widths[i] + Spacing;
        }
    }

    internal override void Reset()
    {
        Items.ForEach(item => item.DrawnWidth = null);
        base.Reset();
    }

    private float[] Widths(LayoutContext context, Size available)
    {
        var widths = Items.Select(item => item.Share > 0 ? 0
            : item.Width ?? item.DrawnWidth ?? item.Measure(context, new Size(Size.Infinity, Size.Infinity)).Width).ToArray();
        var rest = Math.Max(0, available.Width - (Spacing * (Items.Count - 1)) - widths.Sum());
        var shares = Items.Sum(item => item.Share);
        return [.. widths.Zip(Items, (width, item) => item.Share > 0 ? rest * item.Share / shares : width)];
    }
}

/// <summary>An item with a width, or a share of the width that the others leave, or else as wide as its content.</summary>
internal sealed class RowItem : Container
{
    internal float? Width { get; init; }

    internal float Share { get; init; }

    /// <summary>The width on the page that its end was drawn on; a finished item keeps it on the next ones.</summary>
    internal float? DrawnWidth { get; set; }

    internal bool IsDrawn => DrawnWidth is not null;
}
