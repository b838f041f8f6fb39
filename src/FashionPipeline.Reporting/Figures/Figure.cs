using System.Xml.Linq;
using FashionPipeline.Reporting.Fonts;
using ScottPlot;
using SkiaSharp;

namespace FashionPipeline.Reporting.Figures;

/// <summary>A drawing of the report: vectors of a fixed size that can be drawn anywhere, as often as needed, always alike.</summary>
public sealed class Figure
{
    private const int PixelsPerPoint = 2;

    private readonly Func<IReadOnlyList<Panel>> compose;

    private readonly Lazy<byte[]> svg;

    internal Figure(string name, string alternativeText, int width, int height, Func<IReadOnlyList<Panel>> compose)
    {
        Name = name;
        AlternativeText = alternativeText;
        Width = width;
        Height = height;
        this.compose = compose;
        svg = new Lazy<byte[]>(DrawSvg);
    }

    /// <summary>Name of its files without the extension: <c>confusion-matrix</c>.</summary>
    public string Name { get; }

    /// <summary>What it shows, for those who cannot see it.</summary>
    public string AlternativeText { get; }

    /// <summary>Width in points.</summary>
    public int Width { get; }

    /// <summary>Height in points.</summary>
    public int Height { get; }

    /// <summary>Draws it with its upper left corner at the canvas's origin, <see cref="Width"/> by <see cref="Height"/> units large.</summary>
    public void Draw(SKCanvas canvas) => Draw(canvas, static _ => { });

    private void Draw(SKCanvas canvas, Action<Panel> drawn)
    {
        ReportFontResolver.Install();
        foreach (var panel in compose())
        {
            using var plot = panel.Plot;
            plot.RenderManager.ClearCanvasBeforeEachRender = false;

            // ScottPlot draws again whenever limits differ from those of its last drawing, as they do at first:
            // everything would be on the canvas twice.
            using var nowhere = new SKNoDrawCanvas((int)panel.Width, (int)panel.Height);
            plot.Render(nowhere, new PixelRect(0, panel.Width, panel.Height, 0));
            canvas.Save();
            canvas.Translate(panel.Left, panel.Top);
            canvas.ClipRect(new SKRect(0, 0, panel.Width, panel.Height));
            plot.Render(canvas, new PixelRect(0, panel.Width, panel.Height, 0));
            canvas.Restore();
            drawn(panel);
        }
    }

    /// <summary>Renders it as SVG, UTF-8, with its values as titles of invisible shapes; once, whoever asks.</summary>
    public byte[] ToSvg() => svg.Value;

    /// <summary>Renders it as PNG, two pixels a point.</summary>
    public byte[] ToPng()
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width * PixelsPerPoint, Height * PixelsPerPoint));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(PixelsPerPoint);
        Draw(surface.Canvas);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private byte[] DrawSvg()
    {
        var values = new List<XElement>();
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, Width, Height), stream))
        {
            canvas.DrawColor(SKColors.White);
            Draw(canvas, panel => values.AddRange(ValueLayer.Of(panel)));
        }

        stream.Position = 0;
        return SvgFile.ToBytes(this, stream, values);
    }
}
