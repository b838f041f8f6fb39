using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Figures;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>The spectral embedding of the test images, where the experiment has one.</summary>
internal static class EmbeddingSection
{
    /// <summary>How many of the weakest classes are compared with the model's.</summary>
    public const int Compared = 3;

    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        if (content.Embedding is not { } embedding)
        {
            return;
        }

        var result = embedding.Result;
        var isInParts = content.DataSet.LabelNames.Count <= EmbeddingPanels.MostClasses;
        var (scatter, eigenvalues, neighbours) = (Reference.ToFigure(), Reference.ToTable(), Reference.ToTable());
        builder.Section("Spectral embedding");
        builder.Paragraph(
            $"The spectral embedding {builder.Cite(Source.Embedding)} of {scatter} places "
            + $"{Wording.Thousands(embedding.Labels.Length)} test images by the graph that joins each to its "
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
            [new("Number", true) { IsRowHead = true }, new("Eigenvalue", true, 2), new("Used as", false, 2)],
            result.Eigenvalues.Select((value, i) => new[] { $"{i}", Wording.Scientific(value), i == 0 ? "dropped" : $"coordinate {i}" }));
        builder.Figure(
            scatter,
            isInParts
                ? "Spectral embedding of the test images. Each part shows one class in colour, in front of a tenth of the others, in grey."
                : "Spectral embedding of the test images, one colour a class.",
            isInParts
                ? EmbeddingPanels.Create(embedding, content.DataSet.LabelNames)
                : EmbeddingScatter.Create(embedding, content.DataSet.LabelNames));
        AddNeighbours(builder, content, embedding, neighbours);
    }

    /// <summary>The classes with the lowest shares, the lowest first; of equals the first ones, and none without a share.</summary>
    public static IReadOnlyList<int> Weakest(IEnumerable<double?> shares, int count) =>
        [.. shares.Index().Where(share => share.Item is not null).OrderBy(share => share.Item).Take(count).Select(share => share.Index)];

    private static void AddNeighbours(DocumentBuilder builder, ReportContent content, EmbeddingContent embedding, Reference neighbours)
    {
        var (names, agreement) = (content.DataSet.LabelNames, embedding.Agreement);
        var scores = content.BestModel.FirstRun.Classification.Classes;
        builder.Paragraph(
            $"{neighbours} shows how well the embedding separates the classes, although it saw no labels: of the {agreement.Looked} "
            + $"nearest neighbours of a point in the figure, {Wording.Percent(agreement.All, 1)} are of its own class.");
        builder.Table(
            neighbours,
            $"Nearest neighbours in the embedding that are of a point's own class, beside what {Wording.Of(content.BestModel)} classified "
                + "correctly; most mixed classes first.",
            [new("Class", false, 2), new("Neighbours of the class", true, 2), new("Correct", true, 1.5f)],
            [
                .. Weakest(agreement.Classes, names.Count).Select(label => new[]
                {
                    $"{names[label]} [{label}]", Wording.Percent(agreement.Classes[label]!.Value, 1),
                    Wording.Percent(scores[label].Recall, 1),
                }),
                new[] { "All", Wording.Percent(agreement.All, 1), Wording.Percent(content.BestModel.FirstRun.Classification.Accuracy, 1) },
            ],
            totals: 1);
    }
}
