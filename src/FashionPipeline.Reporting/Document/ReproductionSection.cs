using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>How the report is made again, and how it is cited.</summary>
internal static class ReproductionSection
{
    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        builder.Section("Reproduction and citation");
        var command = content.Provenance.Command is { } typed ? $" The command \"{typed}\" runs the experiment." : "";
        builder.Paragraph($"{Product.Name} made this report of the experiment {content.Experiment}.{command} With the data, the "
            + "settings and the software of the appendix, each step gives results with the digests that stand there; "
            + "pipeline.lock.json, beside this report, has those of the code and of everything else that each step was made from.");
        builder.Paragraph($"Cite as: {Cited(content)}.");
    }

    private static string Cited(ReportContent content)
    {
        var attribution = content.Attribution;
        var authors = attribution.Authors.Count > 0 ? string.Join(", ", attribution.Authors) + ": " : "";
        var version = attribution.Version is { } stated ? $", version {stated}" : "";
        var year = DataSetWords.Year(attribution) is { } known ? $", {known}" : "";
        return $"{authors}{content.Title}. Experiment {content.Experiment}{version}, {Product.Name}{year}";
    }
}
