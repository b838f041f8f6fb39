using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Crates;
using FashionPipeline.Reporting.Croissant;
using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Html;
using FashionPipeline.Reporting.Latex;
using FashionPipeline.Reporting.Markdown;
using FashionPipeline.Reporting.Metrics;
using FashionPipeline.Reporting.Pdf;
using FashionPipeline.Reporting.Tables;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting;

/// <summary>Renders a report in all of its formats.</summary>
public static class ReportWriter
{
    /// <summary>
    /// Renders <c>report.md</c>, <c>report.html</c>, <c>report.pdf</c>, <c>metrics.json</c>, <c>croissant.json</c>,
    /// <c>ro-crate-metadata.json</c>, <c>tables/*.csv</c>, <c>tables/*.tex</c>, <c>figures/*.svg</c> and <c>figures/*.png</c>: bytes by
    /// path below the report's folder. The bytes depend on the content alone.
    /// </summary>
    /// <param name="content">What the report shows.</param>
    public static IReadOnlyDictionary<string, byte[]> Render(ReportContent content)
    {
        var blocks = ReportDocument.Compose(content);
        var figures = blocks.OfType<FigureBlock>().Select(block => block.Figure).ToList();

        var subtitle = $"{content.DataSet.Title} · experiment {content.Experiment} · {Product.Name}";

        // The PDF takes longest, and so begins first.
        List<(string Name, Func<byte[]> Render)> files =
        [
            ("report.pdf", () => PdfRenderer.ToBytes(blocks, subtitle)),
            .. figures.Select(figure => ($"figures/{figure.Name}.svg", (Func<byte[]>)figure.ToSvg)),
            .. figures.Select(figure => ($"figures/{figure.Name}.png", (Func<byte[]>)figure.ToPng)),
            .. ReportTables.Of(content).Select(table => ($"tables/{table.Name}.csv", (Func<byte[]>)table.ToBytes)),
            .. blocks.OfType<TableBlock>().Where(table => table.Name is not null).Select(table =>
                ($"tables/{table.Name}.tex", (Func<byte[]>)(() => LatexTable.ToBytes(table, content.Experiment)))),
            ("metrics.json", () => MetricsFile.ToBytes(content)),
            (CroissantFile.FileName, () => CroissantFile.ToBytes(content.DataSet)),
            ("report.md", () => MarkdownRenderer.ToBytes(blocks)),
        ];
        string[] besides = [.. files.Select(file => file.Name), RunCrate.FileName];
        files.Add(("report.html", () => HtmlRenderer.ToBytes(blocks, MistakeSheet.Of(content), besides)));
        var rendered = Task.WhenAll(files.Select(file => Task.Run(file.Render))).GetAwaiter().GetResult();
        var report = files.Zip(rendered).ToDictionary(file => file.First.Name, file => file.Second, StringComparer.Ordinal);
        report.Add(RunCrate.FileName, RunCrate.ToBytes(content, report)); // of all the others, by their digests
        return report;
    }
}
