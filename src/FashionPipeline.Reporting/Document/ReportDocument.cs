using FashionPipeline.Reporting.Content;

namespace FashionPipeline.Reporting.Document;

/// <summary>The report as a list of blocks, in the order of the source; each format renders the same list.</summary>
public static class ReportDocument
{
    /// <summary>Writes the report's sections from its content.</summary>
    public static IReadOnlyList<Block> Compose(ReportContent content)
    {
        var builder = new DocumentBuilder();
        Summary.AddTo(builder, content);
        DataSections.AddTo(builder, content);
        foreach (var model in content.ShownModels)
        {
            ModelSection.AddTo(builder, model, content);
        }

        SelectionSection.AddTo(builder, content);
        DifferenceSection.AddTo(builder, content);
        BaselinesSection.AddTo(builder, content);
        VariantsSection.AddTo(builder, content);
        SweepSection.AddTo(builder, content);
        SeedComparisonSection.AddTo(builder, content);
        PredictionSections.AddTo(builder, content);
        MistakesSection.AddTo(builder, content);
        CalibrationSection.AddTo(builder, content);
        EmbeddingSection.AddTo(builder, content);
        ComparisonSection.AddTo(builder, content);
        ConclusionsSection.AddTo(builder, content);
        ModelCard.AddTo(builder, content);
        ReproductionSection.AddTo(builder, content);
        builder.Sources();
        ProvenanceSection.AddTo(builder, content);
        return builder.Blocks;
    }
}
