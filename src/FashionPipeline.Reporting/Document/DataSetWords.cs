using FashionPipeline.Data;

namespace FashionPipeline.Reporting.Document;

/// <summary>A data set in running text: whose it is, and where it is described.</summary>
internal static class DataSetWords
{
    /// <summary>As the text names it the first time: title, source, licence and publisher.</summary>
    public static Prose Introduced(DocumentBuilder builder, DataSet dataSet)
    {
        Prose cited = SourceOf(dataSet) is { } source ? (Prose)$" {builder.Cite(source)}" : "";
        return $"{dataSet.Title}{cited} ({Terms(dataSet)})";
    }

    /// <summary>Licence and publisher: <c>licence MIT, published by Zalando SE</c>.</summary>
    public static string Terms(DataSet dataSet) => dataSet.Attribution.Publisher is { } publisher
        ? $"licence {dataSet.Licence}, published by {publisher}" : dataSet.Licence;

    /// <summary>The year of a date, which begins with it; null where none is stated.</summary>
    public static string? Year(Attribution attribution) => attribution.Date?[..4];

    private static Source? SourceOf(DataSet dataSet) => dataSet.Attribution is not { Url: { } url, Authors.Count: > 0 } attribution ? null
        : new Source(
            $"{string.Join(", ", attribution.Authors)}: {dataSet.Title}.{(Year(attribution) is { } year ? $" {year}." : "")}", url);
}
