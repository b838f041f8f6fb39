using FashionPipeline.Data;
using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Figures;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>Samples of the data, and what is done to it before training.</summary>
internal static class DataSections
{
    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        AddSamples(builder, content);
        AddPreprocessing(builder, content);
    }

    private static void AddSamples(DocumentBuilder builder, ReportContent content)
    {
        var train = content.Data.Train;
        var names = content.DataSet.LabelNames;
        var samples = Reference.ToFigure();
        builder.Section("Samples");
        builder.Paragraph(
            $"{DataSetWords.Introduced(builder, content.DataSet)} consists of {Training(content.Data)} and "
            + $"{Wording.Thousands(content.Data.Test.Count)} images to test on, "
            + $"each of {train.Height} by {train.Width} {train.Shape.Kind} pixels, in {names.Count} classes. {samples} shows some.");
        var indexes = content.Findings.Samples;
        builder.Figure(
            samples,
            $"The last training image of each {(indexes.Count == names.Count ? "class" : $"of the first {indexes.Count} classes")}.",
            ImageGrid.Create("samples", $"{content.DataSet.Title} Samples", train, indexes, Title, 1));

        string Title(int index) => Wording.Short(names[train.Labels[index]]);
    }

    private static void AddAugmentation(DocumentBuilder builder, ReportContent content)
    {
        if (content.Augmented is not { } augmented)
        {
            return;
        }

        var figure = Reference.ToFigure();
        var model = content.Model(augmented.Model);
        builder.Paragraph(
            $"In training, {Wording.Of(model)} sees its images shifted or flipped anew in each epoch: {figure} shows what its layers make "
            + $"of the samples with seed {augmented.Seed}. Outside training they do nothing.");
        builder.Figure(
            figure,
            $"Samples as {Wording.Of(model)} is trained on them in the first {Wording.Epochs(augmented.Epochs.Count)}.",
            AugmentationGrid.Create(content.Data.Train, content.Findings.Samples, augmented));
    }

    private static string Training(DataSplits data) => data.Validation is { } validation
        ? $"{Wording.Thousands(data.Train.Count + validation.Count)} images to train on, of which "
            + $"{Wording.Thousands(validation.Count)} were set aside to validate on,"
        : $"{Wording.Thousands(data.Train.Count)} images to train on";

    private static void AddPreprocessing(DocumentBuilder builder, ReportContent content)
    {
        var train = content.Data.Train;
        var classes = content.DataSet.LabelNames.Count;
        var vectors = Reference.ToTable();
        builder.Section("Preprocessing");
        var inputs = string.Join("; ", Wording.Inputs(content).Select(input => $"{input.Models}: {input.Scaling}"));
        builder.Paragraph($"What each model is given: {inputs}.");
        AddAugmentation(builder, content);
        builder.Paragraph($"Each label becomes a one-hot vector ({vectors}): 1 at the label's place, 0 elsewhere.");
        builder.Table(
            vectors,
            $"One-hot vectors of the first {Math.Min(Findings.ShownImages, train.Count)} training images, counted from 0.",
            [new("Image", true) { IsRowHead = true }, new("Label", true), new("Class", false, 2), new("One-hot", false, 4)],
            train.Labels.Take(Findings.ShownImages).Select((label, image) => new[]
            {
                $"{image}",
                $"{label}",
                content.DataSet.LabelNames[label],
                "[" + string.Join(' ', Enumerable.Range(0, classes).Select(c => c == label ? "1" : "0")) + "]",
            }));
    }
}
