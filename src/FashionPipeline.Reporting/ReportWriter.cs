using FashionPipeline.Reporting.Content;
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
        var blocks = ReportDocument.Compose(content);
        var figures = blocks.OfType<FigureBlock>().Select(block => block.Figure).ToList();

        // The PDF takes longest, and so begins first.
        List<(string Name, Func<byte[]> Render)> files =
        [
            ("report.pdf", () => PdfRenderer.ToBytes(blocks, content.DataSet.Title)),
            .. figures.Select(figure => ($"figures/{figure.Name}.svg", (Func<byte[]>)figure.ToSvg)),
            .. figures.Select(figure => ($"figures/{figure.Name}.png", (Func<byte[]>)figure.ToPng)),
            .. ReportTables.Of(content).Select(table => ($"tables/{table.Name}.csv", (Func<byte[]>)table.ToBytes)),
            ("metrics.json", () => MetricsFile.ToBytes(content)),
            ("report.md", () => MarkdownRenderer.ToBytes(blocks)),
        ];
        files.Add(("report.html", () => HtmlRenderer.ToBytes(blocks, MistakeSheet.Of(content), [.. files.Select(file => file.Name)])));
        var rendered = Task.WhenAll(files.Select(file => Task.Run(file.Render))).GetAwaiter().GetResult();
        return files.Zip(rendered).ToDictionary(file => file.First.Name, file => file.Second, StringComparer.Ordinal);
    }
}
