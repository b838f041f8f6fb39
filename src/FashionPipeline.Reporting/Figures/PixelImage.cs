using ScottPlot;
using SkiaSharp;

namespace FashionPipeline.Reporting.Figures;

/// <summary>A small grey image in a rectangle, its pixels as sharp squares. ScottPlot's own smooths them, and takes its time.</summary>
internal sealed class PixelImage(SKImage image, CoordinateRect frame) : IPlottable
{
    /// <inheritdoc/>
    public bool IsVisible { get; set; } = true;

    /// <inheritdoc/>
    public IAxes Axes { get; set; } = new Axes();

    /// <inheritdoc/>
    public IEnumerable<LegendItem> LegendItems => [];

    /// <inheritdoc/>
    public AxisLimits GetAxisLimits() => new(frame);

    /// <inheritdoc/>
    public void Render(RenderPack rp)
    {
        var place = Axes.GetPixelRect(frame);
        rp.Canvas.DrawImage(image, new SKRect(place.Left, place.Top, place.Right, place.Bottom), new SKSamplingOptions(SKFilterMode.Nearest));
    }
}
