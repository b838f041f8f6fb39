using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Figures;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>The spectral embedding of the test images, where the experiment has one.</summary>
internal static class EmbeddingSection
{
    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        if (content.Embedding is not { } embedding)
        {
            return;
        }

        var result = embedding.Result;
        var (scatter, eigenvalues) = (Reference.ToFigure(), Reference.ToTable());
        builder.Section("Spectral embedding");
        builder.Paragraph(
            $"{scatter} places {Wording.Thousands(embedding.Labels.Length)} test images by the graph that joins each to its "
            + $"{embedding.Options.Neighbours} nearest neighbours, itself included. "
            + $"The affinity matrix has {Wording.Thousands(result.NonZeros)} non-zero entries, the graph {result.Components} connected "
            + $"component{(result.Components == 1 ? string.Empty : "s")}. "
            + $"The coordinates belong to the smallest eigenvalues of its normalised Laplacian ({eigenvalues}).");
        if (result.Components > 1)
        {
            builder.Note("The graph falls into several components: the eigenvalue 0 is repeated, and the coordinates that belong to it "
                + "tell the components apart and nothing else.");
        }

        builder.Table(
            eigenvalues,
            "Smallest eigenvalues of the normalised Laplacian.",
            [new("Number", true), new("Eigenvalue", true, 2), new("Used as", false, 2)],
            result.Eigenvalues.Select((value, i) => new[] { $"{i}", Wording.Scientific(value), i == 0 ? "dropped" : $"coordinate {i}" }));
        builder.Figure(
            scatter,
            "Spectral embedding of the test images, one colour a class.",
            EmbeddingScatter.Create(embedding, content.DataSet.LabelNames));
    }
}
