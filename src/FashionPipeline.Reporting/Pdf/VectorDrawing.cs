using FashionPipeline.Reporting.Figures;
using FashionPipeline.Reporting.Fonts;
using QuestPDF.Drawing;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace FashionPipeline.Reporting.Pdf;

/// <summary>
/// Figures on the page as vectors. The only place that knows how: QuestPDF takes SVG text, its stand-in draws on the page's canvas.
/// </summary>
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

    /// <summary>Makes the report's fonts those of text and figures; the file holds each once.</summary>
    public static void RegisterFonts()
    {
#if NAMED_PACKAGES
        foreach (var font in ReportFonts.OpenAll())
        {
            using (font)
            {
                FontManager.RegisterFont(font);
            }
        }
#else
        CanvasTypefaces.Register(ReportFonts.SansRegular);
        CanvasTypefaces.Register(ReportFonts.SansBold);
        CanvasTypefaces.Register(ReportFonts.MonospacedRegular);
#endif
    }
}
