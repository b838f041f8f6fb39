using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FashionPipeline.Reporting.Fonts;
using ScottPlot;
using SkiaSharp;

namespace FashionPipeline.Reporting.Figures;

/// <summary>A drawing of the report: vectors of a fixed size that can be drawn anywhere, as often as needed, always alike.</summary>
public sealed partial class Figure
{
    private const int PixelsPerPoint = 2;

    private readonly Func<IReadOnlyList<Panel>> compose;

    internal Figure(string name, string alternativeText, int width, int height, Func<IReadOnlyList<Panel>> compose)
    {
        Name = name;
        AlternativeText = alternativeText;
        Width = width;
        Height = height;
        this.compose = compose;
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
    public void Draw(SKCanvas canvas)
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
        }
    }

    /// <summary>Renders it as SVG, UTF-8.</summary>
    public byte[] ToSvg()
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, Width, Height), stream))
        {
            canvas.DrawColor(SKColors.White);
            Draw(canvas);
        }

        // A browser does not know the embedded family: name ones that look alike.
        var svg = Encoding.UTF8.GetString(stream.ToArray())
            .Replace($"\"{ReportFonts.Sans}\"", $"\"{ReportFonts.Sans}, Lato, Helvetica, Arial, sans-serif\"", StringComparison.Ordinal);

        // Skia counts its ids through the whole process: count them anew in each file.
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        svg = SkiaId().Replace(svg, match =>
        {
            if (!ids.TryGetValue(match.Value, out var id))
            {
                id = $"{match.Groups[1].Value}_{ids.Count.ToString(CultureInfo.InvariantCulture)}";
                ids.Add(match.Value, id);
            }

            return id;
        });
        return Encoding.UTF8.GetBytes(svg);
    }

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

    [GeneratedRegex("(?<=[\"#])(cl|img|gradient|pattern)_[0-9a-f]+(?=[\")])")]
    private static partial Regex SkiaId();
}
