using QuestPDF.Drawing;
using QuestPDF.Drawing.Exceptions;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements.Table;

/// <summary>The cells of a table's header, body or footer, each of which has rows of its own.</summary>
internal sealed class TableGrid
{
    internal List<TableCell> Cells { get; } = [];

    private int Rows => Cells.Count == 0 ? 0 : Cells.Max(cell => cell.Row + cell.RowSpan - 1);

    /// <summary>Gives cells without a position the next free one, row by row from the cell placed last.</summary>
    internal void Place(int columns)
    {
        var taken = new HashSet<(int Row, int Column)>();
        var (row, column) = (1, 1);
        foreach (var cell in Cells)
        {
            if (cell.Column > 0 && cell.Row == 0)
            {
                row = cell.Column < column ? row + 1 : row;
                (cell.Row, column) = (row, cell.Column);
            }
            else if (cell.Row > 0)
            {
                row = cell.Row;
                column = cell.Column > 0 ? cell.Column : 1;
            }

            if (cell.Column == 0)
            {
                while (column + cell.ColumnSpan - 1 > columns || Area(row, column, cell).Any(taken.Contains))
                {
                    (row, column) = column >= columns ? (row + 1, 1) : (row, column + 1);
                    if (cell.ColumnSpan > columns)
                    {
                        break;
                    }
                }

                (cell.Row, cell.Column) = (row, column);
            }

            if (cell.Column + cell.ColumnSpan - 1 > columns)
            {
                throw new DocumentComposeException(
                    $"A table cell ends at column {cell.Column + cell.ColumnSpan - 1}, but the table has {columns} columns.");
            }

            taken.UnionWith(Area(cell.Row, cell.Column, cell));
            (row, column) = (cell.Row, cell.Column + cell.ColumnSpan);
        }
    }

    /// <summary>Heights of the rows: as high as their highest cell; a cell over several rows stretches the last of them.</summary>
    internal (float[] Heights, SpacePlan Problem) Measure(LayoutContext context, float[] widths)
    {
        var heights = new float[Rows];
        foreach (var cell in Cells.OrderBy(cell => cell.RowSpan))
        {
            var plan = cell.Measure(context, new Size(WidthOf(cell, widths), Size.Infinity));
            if (plan.Type == SpacePlanType.Wrap)
            {
                return (heights, plan.Within($"Table cell in row {cell.Row}, column {cell.Column}"));
            }

            var last = cell.Row + cell.RowSpan - 2;
            var above = heights[(cell.Row - 1)..last].Sum();
            heights[last] = Math.Max(heights[last], plan.Height - above);
        }

        return (heights, SpacePlan.Empty());
    }

    /// <summary>The end of the rows, from <paramref name="first"/> on, that a cell ties together.</summary>
    internal int GroupEnd(int first)
    {
        var end = first + 1;
        for (var grown = true; grown;)
        {
            var next = Cells.Where(cell => cell.Row - 1 < end && cell.Row - 1 >= first).Select(cell => cell.Row + cell.RowSpan - 1).Append(end).Max();
            grown = next > end;
            end = next;
        }

        return end;
    }

    internal void Draw(LayoutContext context, float[] widths, float[] heights, int first, int end)
    {
        foreach (var cell in Cells.Where(cell => cell.Row - 1 >= first && cell.Row - 1 < end))
        {
            var x = widths[..(cell.Column - 1)].Sum();
            var y = heights[first..(cell.Row - 1)].Sum();
            var height = heights[(cell.Row - 1)..(cell.Row + cell.RowSpan - 1)].Sum();
            context.Translated(x, y, () => cell.Draw(context, new Size(WidthOf(cell, widths), height)));
        }
    }

    private static float WidthOf(TableCell cell, float[] widths) => widths[(cell.Column - 1)..(cell.Column + cell.ColumnSpan - 1)].Sum();

    private static IEnumerable<(int Row, int Column)> Area(int row, int column, TableCell cell) =>
        from r in Enumerable.Range(row, cell.RowSpan)
        from c in Enumerable.Range(column, cell.ColumnSpan)
        select (r, c);
}
