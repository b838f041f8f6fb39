using FashionPipeline.Data;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>How the report is made again, and how it is cited.</summary>
internal static class ReproductionSection
{
    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        builder.Section("Reproduction and citation");
        var command = content.Provenance.Command is { } typed ? $" The command \"{typed}\" runs it again." : "";
        builder.Paragraph($"{Product.Name} made this report of the experiment {content.Experiment}.{command} The same inputs give the same "
            + "bytes of weights, numbers and report, on whatever machine; the appendix has the digests of all of them.");
        builder.Paragraph($"Cite as: {Cited(content)}.");
    }

    /// <summary>A data set as running text names it the first time, with its source, its licence and its publisher.</summary>
    public static Prose Introduced(DocumentBuilder builder, DataSet dataSet)
    {
        Prose cited = SourceOf(dataSet) is { } source ? (Prose)$" {builder.Cite(source)}" : "";
        return $"{dataSet.Title}{cited} ({Terms(dataSet)})";
    }

    /// <summary>Licence and publisher of a data set: <c>licence MIT, published by Zalando SE</c>.</summary>
    public static string Terms(DataSet dataSet) => dataSet.Attribution.Publisher is { } publisher
        ? $"licence {dataSet.Licence}, published by {publisher}" : dataSet.Licence;

    private static Source? SourceOf(DataSet dataSet) => dataSet.Attribution is not { Url: { } url, Authors.Count: > 0 } attribution ? null
        : new Source($"{string.Join(", ", attribution.Authors)}: {dataSet.Title}.{Year(attribution, " {0}.")}", url);

    private static string Cited(ReportContent content)
    {
        var attribution = content.Attribution;
        var authors = attribution.Authors.Count > 0 ? string.Join(", ", attribution.Authors) + ": " : "";
        return $"{authors}{content.Title}. Experiment {content.Experiment}{Version(attribution)}, {Product.Name}"
            + Year(attribution, ", {0}");
    }

    private static string Version(Attribution attribution) => attribution.Version is { } version ? $", version {version}" : "";

    // A date begins with its year.
    private static string Year(Attribution attribution, string form) =>
        attribution.Date is { Length: >= 4 } date ? form.Replace("{0}", date[..4], StringComparison.Ordinal) : "";
}
