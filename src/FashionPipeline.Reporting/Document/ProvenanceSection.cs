using FashionPipeline.Reporting.Content;

namespace FashionPipeline.Reporting.Document;

/// <summary>Where data, code and numbers come from.</summary>
internal static class ProvenanceSection
{
    // A SHA-256 fits on a line, and the path of an artifact beside it.
    private const float ValueWeight = 1.7f;

    private const string ParquetDigests = " A Parquet file has the digest of what it holds, however it is compressed: images that of "
        + "their number, height, width and channels (32 bits each, lowest byte first), all pixels and all labels; predictions that of the "
        + "numbers of images and classes, all labels and all probabilities (float32).";

    /// <summary>Adds the section.</summary>
    /// <param name="builder">Takes it.</param>
    /// <param name="content">What it is about.</param>
    /// <param name="subject">What was made of all this.</param>
    /// <param name="heading">Head of the section.</param>
    public static void AddTo(
        DocumentBuilder builder,
        ReportContent content,
        string subject = "This report",
        string heading = "Appendix: data and software")
    {
        var all = new (string What, string Caption, IReadOnlyList<ProvenanceRow> Rows)[]
        {
            ("the data", $"Data: {content.DataSet.Title} ({DataSetWords.Terms(content.DataSet)}).", content.Provenance.Data),
            (
                "the artifacts of the stages",
                "Artifacts of the stages, by SHA-256; Parquet files by that of what they hold.",
                content.Provenance.Artifacts),
            ("the settings of the training", "Settings of the training.", content.Provenance.Settings),
            ("the software", "Software.", content.Provenance.Software),
        };
        var tables = all
            .Where(table => table.Rows.Count > 0)
            .Select(table => (table.What, table.Caption, table.Rows, Reference: Reference.ToTable()))
            .ToList();
        Prose list = "";
        foreach (var table in tables)
        {
            list = $"{list}{(table == tables[0] ? "" : table == tables[^1] ? " and " : ", ")}{table.What} ({table.Reference})";
        }

        builder.Section(heading);
        builder.Paragraph($"{subject} was made from {list}.{(content.Provenance.Artifacts.Any(IsParquet) ? ParquetDigests : "")}");
        foreach (var (_, caption, rows, reference) in tables)
        {
            builder.Table(
                reference,
                caption,
                [new("Name"), new("Value", false, ValueWeight, IsCode: true)],
                rows.Select(row => new[] { row.Name, row.Value }));
        }
    }

    private static bool IsParquet(ProvenanceRow artifact) => artifact.Name.EndsWith(".parquet", StringComparison.Ordinal);
}
