using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Figures;

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
            $"{content.DataSet.Title} ({content.DataSet.Licence}) consists of {Words.Thousands(train.Count)} images to train on and {Words.Thousands(content.Data.Test.Count)} images to test on, "
            + $"each of {Words.Count(train.Height)} by {Words.Count(train.Width)} grey pixels, in {Words.Count(names.Count)} classes. {samples} shows some.");
        var indexes = content.Findings.Samples;
        builder.Figure(
            samples,
            $"The last training image of each {(indexes.Count == names.Count ? "class" : $"of the first {Words.Count(indexes.Count)} classes")}.",
            ImageGrid.Create("samples", $"{content.DataSet.Title} Samples", train, indexes, index => Words.Short(names[train.Labels[index]]), 1));
    }

    private static void AddPreprocessing(DocumentBuilder builder, ReportContent content)
    {
        var train = content.Data.Train;
        var classes = content.DataSet.LabelNames.Count;
        var vectors = Reference.ToTable();
        builder.Section("Preprocessing");
        builder.Paragraph("What each model is given: " + string.Join("; ", content.Models.Select(model => $"{Words.Of(model)}: {model.InputScaling}")) + ".");
        builder.Paragraph($"Each label becomes a one-hot vector ({vectors}): 1 at the label's place, 0 elsewhere.");
        builder.Table(
            vectors,
            $"One-hot vectors of the first {Words.Count(Math.Min(Findings.ShownImages, train.Count))} training images.",
            [new("Label", true), new("Class", false, 2), new("One-hot", false, 4)],
            train.Labels.Take(Findings.ShownImages).Select(label => new[]
            {
                Words.Count(label),
                content.DataSet.LabelNames[label],
                "[" + string.Join(' ', Enumerable.Range(0, classes).Select(c => c == label ? "1" : "0")) + "]",
            }));
    }
}
