using QuestPDF.Drawing;
using QuestPDF.Drawing.Exceptions;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements.Table;

/// <summary>A table: pages break between rows, the header comes on each page. One without rows is nothing, whatever its header.</summary>
internal sealed class TableElement : Element
{
    private int drawn;

    // Drawn cells measure as empty: the heights that the first page found stay valid for the rest.
    private float[]? heights;

    internal override string Name => "Table";

    /// <summary>Weights of the columns.</summary>
    internal List<float> Columns { get; } = [];

    internal List<TableCell> Header { get; } = [];

    internal List<TableCell> Body { get; } = [];

    internal override IEnumerable<Element> Children => Header.Concat(Body);

    internal void Check()
    {
        if (Columns.Count == 0)
        {
            throw new DocumentComposeException("A table has no columns: call ColumnsDefinition.");
        }
    }

    internal override SpacePlan Measure(LayoutContext context, Size available)
    {
        if (Body.Count == 0)
        {
            return SpacePlan.Empty();
        }

        var plan = Plan(context, available);
        if (plan.Problem.Type == SpacePlanType.Wrap)
        {
            return plan.Problem.Within(Name);
        }

        if (drawn == plan.Body.Length)
        {
            return SpacePlan.Empty();
        }

        var height = plan.Header.Sum() + plan.Body[drawn..plan.End].Sum();
        return plan.End == plan.Body.Length ? SpacePlan.Full(plan.Widths.Sum(), height) : SpacePlan.Partial(plan.Widths.Sum(), height);
    }

    internal override void Draw(LayoutContext context, Size available)
    {
        if (Body.Count == 0)
        {
            return;
        }

        var plan = Plan(context, available);
        Tag tag = context.Tagging.Current is { Type: not "Table" } ? (_, _, draw, _, _) => draw() : context.Tagging.Within;
        void DrawHeader() =>
            tag(Header, "THead", () => Draw(context, tag, Header, plan.Widths, plan.Header, 0, plan.Header.Length));

        if (Header.Count > 0)
        {
            if (context.Seen.Add(Header))
            {
                DrawHeader();
            }
            else
            {
                // Its repetitions say nothing new.
                context.Tagging.WithinPagination(null, DrawHeader);
            }
        }

        context.Translated(0, plan.Header.Sum(), () =>
            tag(Body, "TBody", () => Draw(context, tag, Body, plan.Widths, plan.Body, drawn, plan.End)));
        heights = plan.Body;
        drawn = plan.End;
        Header.ForEach(cell => cell.Reset());
    }

    internal override void Reset()
    {
        drawn = 0;
        heights = null;
        base.Reset();
    }

    private (float[] Widths, float[] Header, float[] Body, int End, SpacePlan Problem) Plan(LayoutContext context, Size available)
    {
        float[] widths = [.. Columns.Select(column => available.Width * column / Columns.Sum())];
        var (header, headerProblem) = Rows(context, Header, widths);
        var (body, bodyProblem) = heights is null ? Rows(context, Body, widths) : (heights, SpacePlan.Empty());
        var problem = headerProblem.Type == SpacePlanType.Wrap ? headerProblem : bodyProblem;
        var end = drawn;
        var height = header.Sum();
        while (end < body.Length && height + body[end] <= available.Height + Size.Epsilon)
        {
            height += body[end++];
        }

        if (problem.Type != SpacePlanType.Wrap && end == drawn && drawn < body.Length)
        {
            height += body[drawn];
            problem = SpacePlan.Wrap($"row {drawn + 1} and the header are {height:0.##} points high, but only {available} are left");
        }

        return (widths, header, body, end, problem);
    }

    // Heights of rows: each as high as its highest cell.
    private static (float[] Heights, SpacePlan Problem) Rows(LayoutContext context, List<TableCell> cells, float[] widths)
    {
        var heights = new float[(cells.Count + widths.Length - 1) / widths.Length];
        for (var i = 0; i < cells.Count; i++)
        {
            var (row, column) = (i / widths.Length, i % widths.Length);
            var plan = cells[i].Measure(context, new Size(widths[column], Size.Infinity));
            if (plan.Type == SpacePlanType.Wrap)
            {
                return (heights, plan.Within($"Table cell in row {row + 1}, column {column + 1}"));
            }

            heights[row] = Math.Max(heights[row], plan.Height);
        }

        return (heights, SpacePlan.Empty());
    }

    private static void Draw(
        LayoutContext context, Tag tag, List<TableCell> cells, float[] widths, float[] heights, int first, int end)
    {
        for (var row = first; row < end; row++)
        {
            List<TableCell> places = [.. cells.Skip(row * widths.Length).Take(widths.Length)];
            var top = heights[first..row].Sum();
            tag(places[0], "TR", () =>
            {
                for (var column = 0; column < places.Count; column++)
                {
                    var (cell, size) = (places[column], new Size(widths[column], heights[row]));
                    context.Translated(widths[..column].Sum(), top, () =>
                        tag(cell, cell.Type, () => cell.Draw(context, size), attributes: cell.Attributes));
                }
            });
        }
    }

    // What Tagging.Within does, or only drawing where the table is not to be tagged.
    private delegate void Tag(object owner, string type, Action draw, string? alternativeText = null, string? attributes = null);
}
