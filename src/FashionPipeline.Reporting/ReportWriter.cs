using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Files;
using FashionPipeline.Reporting.Html;
using FashionPipeline.Reporting.Markdown;
using FashionPipeline.Reporting.Metrics;
using FashionPipeline.Reporting.Pdf;
using FashionPipeline.Reporting.Tables;

namespace FashionPipeline.Reporting;

/// <summary>Writes a report in all of its formats.</summary>
public static class ReportWriter
{
    /// <summary>
    /// Writes <c>report.md</c>, <c>report.html</c>, <c>report.pdf</c>, <c>metrics.json</c>, <c>tables/*.csv</c>, <c>figures/*.svg</c> and <c>figures/*.png</c>
    /// into a folder, which is created where it is missing. The bytes depend on the content alone. Tables and figures of an
    /// earlier run that the report no longer has are removed.
    /// </summary>
    /// <param name="content">What the report shows.</param>
    /// <param name="folder">The report's folder: <c>reports/fashion-mnist</c>.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static void Write(ReportContent content, string folder)
    {
        var report = new ReportFolder(folder);
        var blocks = ReportDocument.Compose(content);
        foreach (var figure in blocks.OfType<FigureBlock>().Select(block => block.Figure))
        {
            report.Write($"figures/{figure.Name}.svg", figure.ToSvg());
            report.Write($"figures/{figure.Name}.png", figure.ToPng());
        }

        foreach (var table in ReportTables.Of(content))
        {
            report.Write($"tables/{table.Name}.csv", table.ToBytes());
        }

        report.Write("metrics.json", MetricsFile.ToBytes(content));
        report.Write("report.md", MarkdownRenderer.ToBytes(blocks));
        report.Write("report.html", HtmlRenderer.ToBytes(blocks));
        report.Write("report.pdf", PdfRenderer.ToBytes(blocks));
        report.RemoveStale("figures");
        report.RemoveStale("tables");
    }
}
