using ScottPlot;
using SkiaSharp;

namespace FashionPipeline.Reporting.Fonts;

/// <summary>Gives ScottPlot the report's typefaces whatever name it asks for, so that no font of the machine is ever used.</summary>
internal sealed class ReportFontResolver : IFontResolver
{
    private static readonly Lock Gate = new();

    private static bool installed;

    /// <summary>Makes the report's typefaces those of all plots of this process.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (installed)
            {
                return;
            }

            ScottPlot.Fonts.FontResolvers.Clear();
            ScottPlot.Fonts.FontResolvers.Add(new ReportFontResolver());
            ScottPlot.Fonts.Default = ReportFonts.Sans;
            ScottPlot.Fonts.Sans = ReportFonts.Sans;
            ScottPlot.Fonts.Serif = ReportFonts.Sans;
            ScottPlot.Fonts.Monospace = ReportFonts.Monospaced;
            installed = true;
        }
    }

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        CreateTypeface(fontName, weight >= FontWeight.SemiBold, false);

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
        fontName == ReportFonts.Monospaced ? ReportFonts.MonospacedRegular
        : bold ? ReportFonts.SansBold
        : ReportFonts.SansRegular;
}
