using QuestPDF.Drawing;
using QuestPDF.Drawing.Exceptions;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements.Table;

/// <summary>A table: pages break between rows, header and footer come on each page.</summary>
internal sealed class TableElement : Element
{
    private int _drawn;

    internal override string Name => "Table";

    /// <summary>Widths: points of constant columns, shares of relative ones.</summary>
    internal List<(float Width, bool IsRelative)> Columns { get; } = [];

    internal TableGrid Header { get; } = new();

    internal TableGrid Body { get; } = new();

    internal TableGrid Footer { get; } = new();

    internal override IEnumerable<Element> Children => Header.Cells.Concat(Body.Cells).Concat(Footer.Cells);

    internal void Place()
    {
        if (Columns.Count == 0)
        {
            throw new DocumentComposeException("A table has no columns: call ColumnsDefinition.");
        }

        Header.Place(Columns.Count);
        Body.Place(Columns.Count);
        Footer.Place(Columns.Count);
    }

    internal override SpacePlan Measure(LayoutContext context, Size available)
    {
        var plan = Plan(context, available);
        if (plan.Problem.Type == SpacePlanType.Wrap)
        {
            return plan.Problem.Within(Name);
        }

        if (_drawn > 0 && _drawn == plan.Body.Length)
        {
            return SpacePlan.Empty();
        }

        var height = plan.Header.Sum() + plan.Body[_drawn..plan.End].Sum() + plan.Footer.Sum();
        return plan.End == plan.Body.Length ? SpacePlan.Full(plan.Widths.Sum(), height) : SpacePlan.Partial(plan.Widths.Sum(), height);
    }

    internal override void Draw(LayoutContext context, Size available)
    {
        var plan = Plan(context, available);
        var bodyTop = plan.Header.Sum();
        var footerTop = bodyTop + plan.Body[_drawn..plan.End].Sum();
        Header.Draw(context, plan.Widths, plan.Header, 0, plan.Header.Length);
        context.Translated(0, bodyTop, () => Body.Draw(context, plan.Widths, plan.Body, _drawn, plan.End));
        context.Translated(0, footerTop, () => Footer.Draw(context, plan.Widths, plan.Footer, 0, plan.Footer.Length));
        _heights = plan.Body;
        _drawn = plan.End;
        Header.Cells.ForEach(cell => cell.Reset(ResetKind.Repeat));
        Footer.Cells.ForEach(cell => cell.Reset(ResetKind.Repeat));
    }

    internal override void Reset(ResetKind kind)
    {
        _drawn = 0;
        _heights = null;
        base.Reset(kind);
    }

    // Drawn cells measure as empty: the heights that the first page found stay valid for the rest.
    private float[]? _heights;

    private (float[] Widths, float[] Header, float[] Body, float[] Footer, int End, SpacePlan Problem) Plan(LayoutContext context, Size available)
    {
        var widths = Widths(available.Width);
        var (header, headerProblem) = Header.Measure(context, widths);
        var (footer, footerProblem) = Footer.Measure(context, widths);
        var (body, bodyProblem) = _heights is null ? Body.Measure(context, widths) : (_heights, SpacePlan.Empty());
        var problem = new[] { headerProblem, footerProblem, bodyProblem }.FirstOrDefault(plan => plan.Type == SpacePlanType.Wrap);
        if (widths.Sum() > available.Width + Size.Epsilon)
        {
            problem = SpacePlan.Wrap($"the columns need a width of {widths.Sum():0.##} points, but only {available} are left");
        }

        var end = _drawn;
        var height = header.Sum() + footer.Sum();
        while (end < body.Length)
        {
            var next = Body.GroupEnd(end);
            height += body[end..next].Sum();
            if (height > available.Height + Size.Epsilon)
            {
                break;
            }

            end = next;
        }

        if (problem.Type != SpacePlanType.Wrap && (end == _drawn && body.Length > _drawn || height > available.Height + Size.Epsilon && body.Length == 0))
        {
            problem = SpacePlan.Wrap($"row {_drawn + 1} with header and footer is {height:0.##} points high, but only {available} are left");
        }

        return (widths, header, body, footer, end, problem);
    }

    private float[] Widths(float available)
    {
        var rest = Math.Max(0, available - Columns.Where(column => !column.IsRelative).Sum(column => column.Width));
        var shares = Columns.Where(column => column.IsRelative).Sum(column => column.Width);
        return [.. Columns.Select(column => column.IsRelative ? rest * column.Width / shares : column.Width)];
    }
}
