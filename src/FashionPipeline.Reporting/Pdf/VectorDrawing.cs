using FashionPipeline.Reporting.Figures;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace FashionPipeline.Reporting.Pdf;

/// <summary>Figures on the page as vectors. The only place that knows how: QuestPDF takes SVG text, its stand-in draws on the page's canvas.</summary>
internal static class VectorDrawing
{
    /// <summary>Fills a space of the figure's own size.</summary>
    public static void Figure(this IContainer container, Figure figure)
    {
        var frame = container.Width(figure.Width).Height(figure.Height);
#if NAMED_PACKAGES
        frame.Svg(System.Text.Encoding.UTF8.GetString(figure.ToSvg()));
#else
        frame.Canvas((canvas, _) => figure.Draw(canvas));
#endif
    }
}
