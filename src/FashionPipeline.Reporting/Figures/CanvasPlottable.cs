using ScottPlot;
using SkiaSharp;

namespace FashionPipeline.Reporting.Figures;

/// <summary>What Skia draws better than ScottPlot's own shapes do, at the places that a plot's axes give.</summary>
internal sealed class CanvasPlottable(Action<SKCanvas, IAxes> draw) : IPlottable
{
    // Places of dots are rounded to this part of a point: finer than what is seen, and short to write.
    private const float Grid = 20;

    /// <summary>Areas whose values the drawing does not tell, with what is to be said of them.</summary>
    public IReadOnlyList<(CoordinateRect Area, string Title)> Values { get; private init; } = [];

    /// <inheritdoc/>
    public bool IsVisible { get; set; } = true;

    /// <inheritdoc/>
    public IAxes Axes { get; set; } = new Axes();

    /// <inheritdoc/>
    public IEnumerable<LegendItem> LegendItems => [];

    /// <summary>A small image in a rectangle, its pixels as sharp squares. ScottPlot's own smooths them, and takes its time.</summary>
    public static CanvasPlottable Pixels(SKImage image, CoordinateRect frame) => new((canvas, axes) =>
    {
        var place = axes.GetPixelRect(frame);
        canvas.DrawImage(image, new SKRect(place.Left, place.Top, place.Right, place.Bottom), new SKSamplingOptions(SKFilterMode.Nearest));
    });

    /// <summary>
    /// Points of one colour, drawn as one path of dots. ScottPlot's own markers are circles of curves,
    /// each with a graphics state of its own: a page of them is twenty times as large.
    /// </summary>
    /// <param name="points">The points.</param>
    /// <param name="colour">Their colour.</param>
    /// <param name="diameter">Their diameter, in points.</param>
    /// <param name="values">What is to be said of areas; null for nothing.</param>
    public static CanvasPlottable Dots(
        IReadOnlyList<Coordinates> points,
        Color colour,
        float diameter,
        IReadOnlyList<(CoordinateRect Area, string Title)>? values = null) => new((canvas, axes) =>
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
        foreach (var pixel in points.Select(axes.GetPixel))
        {
            var (x, y) = (MathF.Round(pixel.X * Grid), MathF.Round(pixel.Y * Grid));
            dots.MoveTo(x / Grid, y / Grid);
            dots.LineTo((x + 1) / Grid, y / Grid);
        }

        canvas.DrawPath(dots, paint);
    })
    {
        Values = values ?? [],
    };

    /// <inheritdoc/>
    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    /// <inheritdoc/>
    public void Render(RenderPack rp) => draw(rp.Canvas, Axes);
}
