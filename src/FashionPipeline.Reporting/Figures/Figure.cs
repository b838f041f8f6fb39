using System.Xml.Linq;
using FashionPipeline.Reporting.Fonts;
using ScottPlot;
using SkiaSharp;

namespace FashionPipeline.Reporting.Figures;

/// <summary>A drawing of the report: vectors of a fixed size that can be drawn anywhere, as often as needed, always alike.</summary>
public sealed class Figure
{
    /// <summary>Width of a narrow figure, in points: two fit beside each other on a page.</summary>
    internal const int NarrowWidth = 234;

    private const int PixelsPerPoint = 2;

    private static readonly SKPngEncoderOptions Png = new(SKPngEncoderFilterFlags.NoFilters, 4);

    // ScottPlot's plots share caches: of all figures, one is composed at a time.
    private static readonly Lock Composing = new();

    private readonly Lazy<(SKPicture Picture, IReadOnlyList<XElement> Values)> drawing;

    private readonly Lazy<byte[]> svg;

    /// <summary>A figure of one plot.</summary>
    internal Figure(string name, string alternativeText, int width, int height, Func<Plot> compose)
        : this(name, alternativeText, width, height, () => [new Panel(compose(), 0, 0, width, height)])
    {
    }

    /// <summary>A figure of several plots.</summary>
    internal Figure(string name, string alternativeText, int width, int height, Func<IReadOnlyList<Panel>> compose)
    {
        Name = name;
        AlternativeText = alternativeText;
        Width = width;
        Height = height;
        drawing = new Lazy<(SKPicture, IReadOnlyList<XElement>)>(() => Record(compose));
        svg = new Lazy<byte[]>(RenderSvg);
    }

    /// <summary>Name of its files without the extension: <c>confusion-matrix</c>.</summary>
    public string Name { get; }

    /// <summary>What it shows, for those who cannot see it.</summary>
    public string AlternativeText { get; }

    /// <summary>Width in points.</summary>
    public int Width { get; }

    /// <summary>Height in points.</summary>
    public int Height { get; }

    /// <summary>Whether it has so many shapes that a page shows it as a bitmap.</summary>
    public bool IsDense { get; init; }

    /// <summary>Whether another one may stand beside it.</summary>
    public bool IsNarrow => Width <= NarrowWidth;

    /// <summary>
    /// Draws it with its upper left corner at the canvas's origin, <see cref="Width"/> by <see cref="Height"/> units large.
    /// </summary>
    public void Draw(SKCanvas canvas) => canvas.DrawPicture(drawing.Value.Picture);

    /// <summary>Renders it as SVG, UTF-8, with its values as titles of invisible shapes; once, whoever asks.</summary>
    public byte[] ToSvg() => svg.Value;

    /// <summary>Renders it as PNG, two pixels a point.</summary>
    public byte[] ToPng()
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width * PixelsPerPoint, Height * PixelsPerPoint));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(PixelsPerPoint);
        Draw(surface.Canvas);
        using var pixels = surface.PeekPixels();
        using var png = new MemoryStream();
        pixels.Encode(png, Png);
        return png.ToArray();
    }

    /// <summary>Renders it as it is part of a page: SVG, whose drawing is a bitmap where the figure is dense.</summary>
    internal XElement ToPage() => IsDense
        ? SvgFile.OfBitmap(this, ToPng(), drawing.Value.Values)
        : SvgFile.Read(new MemoryStream(ToSvg()));

    // The plots are drawn once, into a picture that any canvas can play.
    private (SKPicture Picture, IReadOnlyList<XElement> Values) Record(Func<IReadOnlyList<Panel>> compose)
    {
        using var composing = Composing.EnterScope();
        ReportFontResolver.Install();
        var values = new List<XElement>();
        using var recorder = new SKPictureRecorder();
        var canvas = recorder.BeginRecording(new SKRect(0, 0, Width, Height));
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
            values.AddRange(ValueLayer.Of(panel));
        }

        return (recorder.EndRecording(), values);
    }

    private byte[] RenderSvg()
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, Width, Height), stream))
        {
            canvas.DrawColor(SKColors.White);
            Draw(canvas);
        }

        stream.Position = 0;
        return SvgFile.ToBytes(this, stream, drawing.Value.Values);
    }
}
