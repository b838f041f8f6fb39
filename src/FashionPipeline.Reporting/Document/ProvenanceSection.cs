namespace FashionPipeline.Reporting.Document;

/// <summary>Where data, code and numbers come from.</summary>
internal static class ProvenanceSection
{
    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        builder.Section("Data and software");
        AddTable(builder, $"Data: {content.DataSet.Title} ({content.DataSet.Licence}).", content.Provenance.Data);
        AddTable(builder, "Artifacts of the stages, by SHA-256.", content.Provenance.Artifacts);
        AddTable(builder, "Settings and software that decide the numbers.", content.Provenance.Software);
    }

    private static void AddTable(DocumentBuilder builder, string caption, IReadOnlyList<ProvenanceRow> rows)
    {
        if (rows.Count > 0)
        {
            builder.Table(caption, [new("Name", false, 2), new("Value", false, 4)], rows.Select(row => new[] { row.Name, row.Value }));
        }
    }
}
