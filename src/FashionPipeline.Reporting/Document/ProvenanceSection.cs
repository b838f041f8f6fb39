namespace FashionPipeline.Reporting.Document;

/// <summary>Where data, code and numbers come from.</summary>
internal static class ProvenanceSection
{
    // A SHA-256 fits on a line, and the path of an artifact beside it.
    private const float ValueWeight = 1.7f;

    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        var all = new (string Caption, IReadOnlyList<ProvenanceRow> Rows)[]
        {
            ($"Data: {content.DataSet.Title} ({content.DataSet.Licence}).", content.Provenance.Data),
            ("Artifacts of the stages, by SHA-256.", content.Provenance.Artifacts),
            ("Settings that decide the numbers.", content.Provenance.Settings),
            ("Software.", content.Provenance.Software),
        };
        var tables = all.Where(table => table.Rows.Count > 0).ToList();
        builder.Section("Data and software");
        builder.Paragraph($"The same data, settings and software give the same artifacts, byte for byte: see {string.Join(", ", tables.Select((_, i) => builder.NextTable(i + 1)))}.");
        foreach (var (caption, rows) in tables)
        {
            builder.Table(caption, [new("Name"), new("Value", false, ValueWeight, IsCode: true)], rows.Select(row => new[] { row.Name, row.Value }));
        }
    }
}
