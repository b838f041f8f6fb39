using System.Text;
using System.Text.RegularExpressions;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Figures;
using FashionPipeline.Reporting.Pdf;

namespace FashionPipeline.Tests.Reporting.Figures;

public sealed partial class EmbeddingScatterTests
{
    private const int Points = 10_000;

    [Fact]
    public void Should_draw_every_point_as_a_vector()
    {
        var svg = Encoding.UTF8.GetString(Scatter(Report()).ToSvg());

        var dots = RoundPath().Matches(svg).Sum(path => path.Groups[1].Value.Count(c => c == 'M'));
        // Each point once in colour, and every tenth in grey in the nine parts of the other classes.
        Assert.Equal(Points + (Points / 10 * 9), dots);
    }

    [Fact]
    public void Should_keep_a_report_of_ten_thousand_points_below_a_megabyte()
    {
        var pdf = PdfRenderer.ToBytes(ReportDocument.Compose(Report()));

        Assert.InRange(pdf.Length, 1, 1_000_000);
    }

    private static Figure Scatter(ReportContent content) =>
        ReportDocument.Compose(content).OfType<FigureBlock>()
            .Select(block => block.Figure)
            .Single(figure => figure.Name == "spectral-embedding");

    // Points along a parabola, the classes mixed.
    private static ReportContent Report()
    {
        byte[] labels = [.. Enumerable.Range(0, Points).Select(i => (byte)(i * 7 % 10))];
        double[] coordinates = [.. Enumerable.Range(0, Points).SelectMany(i => new[] { i / 1e6, (i - 5000.0) * (i - 5000.0) / 1e9 })];
        var sample = SampleReport.Create();
        var result = sample.Embedding!.Result with { Coordinates = coordinates };
        return sample with { Embedding = sample.Embedding with { Result = result, Labels = labels } };
    }

    [GeneratedRegex("<path[^>]*stroke-linecap=\"round\"[^>]* d=\"([^\"]*)\"")]
    private static partial Regex RoundPath();
}
