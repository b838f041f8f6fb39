using FashionPipeline.Data;
using ScottPlot;

namespace FashionPipeline.Reporting.Figures;

/// <summary>Up to nine images in a square, each under its title.</summary>
internal static class ImageGrid
{
    /// <summary>Images at most.</summary>
    public const int Places = Side * Side;

    private const int Side = 3;
    private const int CellWidth = Figure.NarrowWidth / Side;
    private const int ImageSide = 58;
    private const int TitleLineHeight = 10;
    private const int Margin = 5;
    private const int HeadHeight = 24;
    private const float UsualTitle = 8;
    private const float SmallestTitle = 5;

    // Viewers smooth small bitmaps, each in its own way: enlarged pixels stay squares.
    private const int Enlargement = 8;

    // A line of so many characters at size 1 is as wide as a cell, or a little less.
    private const float TitleWidth = 150;

    /// <summary>
    /// Draws the images at the given indexes, row after row, each under its title of <paramref name="titleLines"/> lines.
    /// </summary>
    public static Figure Create(
        string name, string head, LabelledImages images, IReadOnlyList<int> indexes, Func<int, string> title, int titleLines)
    {
        var cellHeight = (titleLines * TitleLineHeight) + ImageSide + (2 * Margin);
        var rows = Math.Max(1, (Math.Min(indexes.Count, Places) + Side - 1) / Side);
        var width = Side * CellWidth;
        var height = HeadHeight + (rows * cellHeight);
        var alternativeText = indexes.Count == 0
            ? $"{head}: none"
            : $"{head}: " + string.Join("; ", indexes.Take(Places).Select(title)).Replace("\n", ", ", StringComparison.Ordinal);
        return new Figure(name, alternativeText, width, height, Compose);

        Plot Compose()
        {
            var plot = PlotStyle.CreateCanvas(width, height);
            var shown = indexes.Take(Places).ToArray();
            var longest = shown.SelectMany(index => title(index).Split('\n')).Max(line => (int?)line.Length) ?? 1;
            var size = Math.Clamp(TitleWidth / longest, SmallestTitle, UsualTitle);
            plot.Write(head, width / 2.0, height - (HeadHeight / 2.0), PlotStyle.TitleSize, Colors.Black, bold: true);
            if (indexes.Count == 0)
            {
                plot.Write("There is none.", width / 2.0, cellHeight / 2.0, PlotStyle.TextSize, Colors.Black);
            }

            for (var i = 0; i < shown.Length; i++)
            {
                var centre = ((i % Side) + 0.5) * CellWidth;
                var top = height - HeadHeight - (i / Side * cellHeight);
                var imageTop = top - (titleLines * TitleLineHeight) - Margin;
                plot.Write(title(shown[i]), centre, imageTop + 2, size, Colors.Black, Alignment.LowerCenter);
                var frame = new CoordinateRect(centre - (ImageSide / 2.0), centre + (ImageSide / 2.0), imageTop - ImageSide, imageTop);
                plot.Add.Plottable(CanvasPlottable.Pixels(ShownImage.Of(images, shown[i], Enlargement), frame));
                var border = plot.Add.Rectangle(frame);
                border.FillColor = Colors.Transparent;
                border.LineColor = Colors.Gray;
                border.LineWidth = 0.5f;
            }

            return plot;
        }
    }
}
