using System.Text;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Markdown;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Cards;

/// <summary>
/// The model card that lies beside an exported model, in the form in which Hugging Face shows it: the report's model card, with what a
/// reader needs who has no report.
/// </summary>
public static class ModelReadme
{
    /// <summary>Its name.</summary>
    public const string FileName = "README.md";

    /// <summary>Writes it: UTF-8 without a byte order mark, LF.</summary>
    /// <param name="content">What the report shows; the card is about its best model, as trained with the first seed.</param>
    /// <param name="files">The files beside it.</param>
    /// <param name="usage">How the model is used, and made again: sections in Markdown.</param>
    public static byte[] ToBytes(ReportContent content, IReadOnlyList<CardFile> files, string usage) =>
    [
        .. Encoding.UTF8.GetBytes(CardMetadata.Of(content) + "\n"),
        .. MarkdownRenderer.ToBytes(Compose(content, files)),
        .. Encoding.UTF8.GetBytes("\n" + usage),
    ];

    private static IReadOnlyList<Block> Compose(ReportContent content, IReadOnlyList<CardFile> files)
    {
        var builder = new DocumentBuilder();
        builder.Title($"{content.Title}: {content.BestModel.Title}");
        builder.Paragraph(Origin(content));
        if (content.Description.Length > 0)
        {
            builder.Paragraph($"The experiment: {content.Description}");
        }

        AddFiles(builder, files);
        ModelCard.AddTo(builder, content);
        AddTraining(builder, content.BestModel);
        AddScores(builder, content);
        ProvenanceSection.AddTo(builder, content, "This model", "Data and software");
        return builder.Blocks;
    }

    private static Prose Origin(ReportContent content)
    {
        var model = content.BestModel;
        return $"This is the model {model.Name} of the experiment {content.Experiment}, trained with the seed {model.FirstRun.Seed}"
            + $"{(model.Runs.Count > 1 ? $", the first of {model.Runs.Count}" : string.Empty)}. "
            + (content.Models.Count > 1
                ? $"It was chosen from {content.Models.Count} models: {Wording.Of(content.Findings.Selection.Criterion)}."
                : "It is the only model of its experiment.");
    }

    private static void AddFiles(DocumentBuilder builder, IReadOnlyList<CardFile> files)
    {
        var table = Reference.ToTable();
        builder.Section("Files");
        builder.Paragraph($"{table} lists what lies beside this card.");
        builder.Table(
            table,
            "Files, with the SHA-256 of each.",
            [new("File"), new("Content"), new("SHA-256", IsCode: true)],
            files.Select(file => new[] { file.Name, file.Meaning, file.Sha256 }));
    }

    private static void AddTraining(DocumentBuilder builder, ModelContent model)
    {
        var layers = Reference.ToTable();
        var last = model.FirstRun.LastEpoch;
        builder.Section("Training");
        builder.Paragraph(model.Training);
        builder.Paragraph($"{layers} lists the layers. After {Wording.Epochs(model.FirstRun.History.Count)} the training loss was "
            + $"{Wording.Loss(last.Loss)} and the training accuracy {Wording.Percent(last.Accuracy)}.");
        LayerTable.AddTo(builder, layers, model);
    }

    private static void AddScores(DocumentBuilder builder, ReportContent content)
    {
        var scores = Reference.ToTable();
        builder.Section("Accuracy");
        AccuracyTable.AddTo(builder, content);
        builder.Paragraph($"{scores} has the scores of each class.");
        ClassScoresTable.AddTo(builder, scores, content);
        builder.Section("Known confusions");
        ConfusionObservations.AddTo(builder, content.BestModel.FirstRun, content.DataSet.LabelNames);
    }
}
