using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>
/// Items below each other; what does not fit goes to the next page. Items that float and do not fit are left for the top of the next page,
/// in their order, while those behind them fill this one.
/// </summary>
internal sealed class Column : Element
{
    private readonly List<int> waiting = [];

    private int next;

    internal List<Container> Items { get; } = [];

    internal float Spacing { get; set; }

    internal override IEnumerable<Element> Children => Items;

    internal override SpacePlan Measure(LayoutContext context, Size available)
    {
        if (next == Items.Count && waiting.Count == 0)
        {
            return Items.Count == 0 ? SpacePlan.Full(0, 0) : SpacePlan.Empty();
        }

        var page = Plan(context, available);
        if (page.Parts.Count == 0)
        {
            return SpacePlan.Wrap(page.Reason).Within(FormattableString.Invariant($"Column item {page.Blocking + 1}"));
        }

        var (width, height) = (page.Parts.Max(part => part.Plan.Width), page.Parts[^1].Top + page.Parts[^1].Plan.Height);
        return page.Next < Items.Count || page.Waiting.Count > 0 ? SpacePlan.Partial(width, height)
            : page.Parts.All(part => part.Plan.Type == SpacePlanType.Empty) ? SpacePlan.Empty()
            : SpacePlan.Full(width, height);
    }

    internal override void Draw(LayoutContext context, Size available)
    {
        var page = Plan(context, available);
        foreach (var (item, top, plan) in page.Parts.Where(part => part.Plan.Type != SpacePlanType.Empty))
        {
            KeepPlaces(context, page.Waiting.Where(waits => waits < item));
            context.Translated(0, top, () => Draw(context, Items[item], new Size(available.Width, plan.Height)));
        }

        KeepPlaces(context, page.Waiting);

        next = page.Next;
        waiting.Clear();
        waiting.AddRange(page.Waiting);
    }

    internal override void Reset()
    {
        next = 0;
        waiting.Clear();
        base.Reset();
    }

    // An item that floats is read where it stands among the others, wherever it is drawn.
    private static void Draw(LayoutContext context, Container item, Size available)
    {
        if (item.Child is Floating)
        {
            context.Tagging.Within(item, StructureElement.Place, () => item.Draw(context, available));
        }
        else
        {
            item.Draw(context, available);
        }
    }

    private void KeepPlaces(LayoutContext context, IEnumerable<int> items)
    {
        foreach (var item in items)
        {
            context.Tagging.Within(Items[item], StructureElement.Place, () => { });
        }
    }

    private Page Plan(LayoutContext context, Size available)
    {
        var page = new Page();
        foreach (var item in waiting)
        {
            AddOrWait(page, item, context, available);
        }

        for (page.Next = next; page.Next < Items.Count; page.Next++)
        {
            if (Items[page.Next].Child is Floating && page.Parts.Count + page.Waiting.Count > 0)
            {
                AddOrWait(page, page.Next, context, available);
            }
            else if (!TryAdd(page, page.Next, context, available) || page.Parts[^1].Plan.Type == SpacePlanType.PartialRender)
            {
                break;
            }
        }

        return page;
    }

    // Those behind an item that waits would overtake it.
    private void AddOrWait(Page page, int item, LayoutContext context, Size available)
    {
        if (page.Waiting.Count > 0 || !TryAdd(page, item, context, available) || page.Parts[^1].Plan.Type == SpacePlanType.PartialRender)
        {
            page.Waiting.Add(item);
        }
    }

    private bool TryAdd(Page page, int item, LayoutContext context, Size available)
    {
        var plan = Items[item].Measure(context, new Size(available.Width, Math.Max(0, available.Height - page.Top)));
        // An item that floats is cut only where it is the first of a page.
        var isCut = plan.Type == SpacePlanType.PartialRender && Items[item].Child is Floating && page.Parts.Count > 0;
        if (plan.Type == SpacePlanType.Wrap || isCut)
        {
            (page.Reason, page.Blocking) = (plan.Reason, item);
            return false;
        }

        var hasNoSize = plan.Width < Size.Epsilon && plan.Height < Size.Epsilon;
        page.Parts.Add((item, hasNoSize ? Math.Max(0, page.Top - (page.Top > 0 ? Spacing : 0)) : page.Top, plan));
        page.Top += hasNoSize ? 0 : plan.Height + Spacing;
        return true;
    }

    // What a page will hold, and what is left then.
    private sealed class Page
    {
        public List<(int Item, float Top, SpacePlan Plan)> Parts { get; } = [];

        public List<int> Waiting { get; } = [];

        public int Next { get; set; }

        public float Top { get; set; }

        public string Reason { get; set; } = "";

        public int Blocking { get; set; }
    }
}
