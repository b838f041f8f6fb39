using ScottPlot;
using SkiaSharp;

namespace FashionPipeline.Reporting.Figures;

/// <summary>
/// Points of one colour, drawn as one path of dots. ScottPlot's own markers are circles of curves,
/// each with a graphics state of its own: a page of them is twenty times as large.
/// </summary>
internal sealed class PointCloud(IReadOnlyList<Coordinates> points, Color colour, float diameter) : IPlottable
{
    // Places are rounded to this part of a point: finer than what is seen, and short to write.
    private const float Grid = 20;

    /// <inheritdoc/>
    public bool IsVisible { get; set; } = true;

    /// <inheritdoc/>
    public IAxes Axes { get; set; } = new Axes();

    /// <inheritdoc/>
    public IEnumerable<LegendItem> LegendItems => [];

    /// <inheritdoc/>
    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    /// <inheritdoc/>
    public void Render(RenderPack rp)
    {
        using var paint = new SKPaint
        {
            Color = colour.ToSKColor(),
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeCap = SKStrokeCap.Round,
            StrokeWidth = diameter,
        };

        // A dot is the shortest line between round caps: Skia's SVG leaves out lone points.
        using var dots = new SKPath();
        foreach (var point in points)
        {
            var pixel = Axes.GetPixel(point);
            var (x, y) = (MathF.Round(pixel.X * Grid), MathF.Round(pixel.Y * Grid));
            dots.MoveTo(x / Grid, y / Grid);
            dots.LineTo((x + 1) / Grid, y / Grid);
        }

        rp.Canvas.DrawPath(dots, paint);
    }
}
