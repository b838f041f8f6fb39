using FashionPipeline.Data;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>
/// What somebody must know before using the best model, all of it from the experiment's content. Source of the form: Mitchell and others,
/// "Model cards for model reporting", FAT* 2019.
/// </summary>
internal static class ModelCard
{
    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        var card = Reference.ToTable();
        builder.Section("Model card");
        builder.Paragraph(
            $"{card} sums up what to know before using the best model, in the form of a model card {builder.Cite(Source.ModelCards)}.");
        builder.Table(
            card,
            $"Model card of {Wording.Of(content.BestModel)}.",
            [new("Topic", false), new("What to know", false, 5)],
            Rows(content).Select(row => new[] { row.Topic, row.Text }));
        builder.Paragraph("Limits of the model:");
        builder.List([.. Limits(content)]);
    }

    private static IEnumerable<(string Topic, string Text)> Rows(ReportContent content)
    {
        var model = content.BestModel;
        var dataSet = content.DataSet;
        var (train, test) = (content.Data.Train, content.Data.Test);
        var weakest = model.FirstRun.Classification.Classes.Index().Where(row => row.Item.Support > 0).MinBy(row => row.Item.Recall);
        var interval = model.FirstRun.Intervals;
        yield return ("Model", $"{model.Title}: {Wording.Parameters(model)}, "
            + $"{Wording.Epochs(model.FirstRun.History.Count)}, {model.Runs.Count} seed{(model.Runs.Count == 1 ? string.Empty : "s")}.");
        yield return ("Data", $"{dataSet.Title} ({DataSetWords.Terms(dataSet)}): "
            + $"{Wording.Thousands(train.Count)} images to train on, "
            + $"{(content.Data.Validation is { } validation ? $"{Wording.Thousands(validation.Count)} to validate on, " : "")}"
            + $"{Wording.Thousands(test.Count)} to test on, in {dataSet.LabelNames.Count} classes.");
        yield return ("Input",
            $"One {train.Shape.Kind} image of {train.Height} by {train.Width} pixels, given as {model.InputScaling}.");
        yield return ("Output", $"A probability for each of the {dataSet.LabelNames.Count} classes.");
        var use = content.Models.Count > 1 ? $"Comparing models on {dataSet.Title}, and showing" : "Showing";
        yield return ("Intended use", $"{use} that an experiment can be repeated bit for bit.");
        yield return ("Not intended", "Images from elsewhere, and decisions about people: neither was tested here.");
        yield return ("Accuracy", $"{Mean(model)}{Wording.Percent(model.FirstRun.Classification.Accuracy)} of the test images, 95% "
            + $"interval {Wording.Percent(interval.Accuracy)}; "
            + $"lowest for {dataSet.LabelNames[weakest.Index]}: {Wording.Percent(weakest.Item.Recall, 1)}, 95% interval "
            + $"{Wording.Percent(interval.Classes[weakest.Index].Recall)}.");
        yield return ("Confidence", $"Expected calibration error {Wording.Spread(model.FirstRun.Calibration.ExpectedError)} points.");
    }

    private static string Mean(ModelContent model) => model.Findings.TestAccuracy.Deviation is { } deviation
        ? $"Mean over {model.Runs.Count} seeds {Wording.Percent(model.Findings.TestAccuracy.Mean)}, standard deviation "
            + $"{Wording.Spread(deviation)} points. "
            + $"Seed {model.FirstRun.Seed}: "
        : string.Empty;

    private static IEnumerable<string> Limits(ReportContent content)
    {
        var model = content.BestModel;
        yield return $"It gives every image one of its {content.DataSet.LabelNames.Count} classes, whatever the image shows.";
        if (content.DataSet.IsSynthetic)
        {
            yield return "It was trained on images that a program drew, and knows nothing of photographs.";
        }

        if (content.SelectionSawTestImages)
        {
            yield return $"It was chosen from {content.Models.Count} models by the same test images that its accuracy is measured on: "
                + $"that accuracy is likely a little too high.";
        }

        if (model.Runs.Count == 1)
        {
            yield return SeedComparisonSection.OtherSeeds(model, content) is { } others
                ? $"It was trained with one seed. {others}"
                : "It was trained with one seed: how much another would change is not known.";
        }

        if (content.Models.Select(other => other.InputScaling).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            yield return $"The models were given different input "
                + $"({string.Join("; ", Wording.Inputs(content).Select(input => $"{input.Models}: {input.Scaling}"))}): the difference "
                + $"between them may not be due to their layers alone.";
        }
    }
}
