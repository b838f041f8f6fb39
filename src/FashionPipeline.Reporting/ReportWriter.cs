using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Html;
using FashionPipeline.Reporting.Markdown;
using FashionPipeline.Reporting.Metrics;
using FashionPipeline.Reporting.Pdf;
using FashionPipeline.Reporting.Tables;

namespace FashionPipeline.Reporting;

/// <summary>Renders a report in all of its formats.</summary>
public static class ReportWriter
{
    /// <summary>
    /// Renders <c>report.md</c>, <c>report.html</c>, <c>report.pdf</c>, <c>metrics.json</c>, <c>tables/*.csv</c>,
    /// <c>figures/*.svg</c> and <c>figures/*.png</c>: bytes by path below the report's folder. The bytes depend on the content alone.
    /// </summary>
    /// <param name="content">What the report shows.</param>
    public static IReadOnlyDictionary<string, byte[]> Render(ReportContent content)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var blocks = ReportDocument.Compose(content);
        foreach (var figure in blocks.OfType<FigureBlock>().Select(block => block.Figure))
        {
            files.Add($"figures/{figure.Name}.svg", figure.ToSvg());
            files.Add($"figures/{figure.Name}.png", figure.ToPng());
        }

        foreach (var table in ReportTables.Of(content))
        {
            files.Add($"tables/{table.Name}.csv", table.ToBytes());
        }

        files.Add("metrics.json", MetricsFile.ToBytes(content));
        files.Add("report.md", MarkdownRenderer.ToBytes(blocks));
        files.Add("report.html", HtmlRenderer.ToBytes(blocks));
        files.Add("report.pdf", PdfRenderer.ToBytes(blocks, content.DataSet.Title));
        return files;
    }
}
