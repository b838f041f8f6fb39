using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>Which model is the best, and by which rule.</summary>
internal static class SelectionSection
{
    private const string Finalists = "The choice is among the models that were trained with the most seeds. ";

    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        builder.Section("Best model");
        if (content.Models.Count == 1)
        {
            builder.Paragraph($"{Wording.Of(content.BestModel)} is the only model.");
        }
        else
        {
            AddWinners(builder, content);
        }

        SeedsTable.AddTo(builder, content);
        AccuracyTable.AddTo(builder, content);
        builder.List([.. Notes(content)]);
    }

    private static void AddWinners(DocumentBuilder builder, ReportContent content)
    {
        var selection = content.Findings.Selection;
        var winners = Reference.ToTable();
        builder.Paragraph($"Rule: {Wording.Of(selection.Criterion)}, at the last "
            + $"epoch{(content.Models.Any(model => model.Runs.Count > 1) ? ", mean over the seeds" : string.Empty)}. "
            + $"{(content.Models.Select(model => model.Runs.Count).Distinct().Count() > 1 ? Finalists : string.Empty)}"
            + $"Best model: "
            + $"{Wording.Of(content.BestModel)}. {winners} names the winner by other rules, too.");
        builder.Table(
            winners,
            "The winner by every criterion.",
            [new("Criterion", false, 4), new("Winner", false, 2), new("Value", true)],
            selection.Winners.Select(winner => new[]
            {
                Wording.Of(winner.Criterion) + (winner.Criterion == selection.Criterion ? " (the rule)" : string.Empty),
                Wording.Of(content.Models.Single(model => model.Name == winner.Model)),
                Wording.Share(winner.Value),
            }));
    }

    private static IEnumerable<string> Notes(ReportContent content)
    {
        yield return "\"Training accuracy\" is the running mean over the batches of the last epoch, taken while the weights change and "
            + "dropout is active; it is not the accuracy of the finished model on the training images.";
        yield return Validation(content);
        if (content.Models.Select(model => model.InputScaling).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            yield return "The models differ in what they are given, so their accuracies compare more than their layers: "
                + string.Join("; ", Wording.Inputs(content).Select(input => $"{input.Models} is trained on {input.Scaling}")) + ".";
        }
    }

    private static string Validation(ReportContent content)
    {
        if (content.Data.Validation is { } validation)
        {
            return $"\"Validation\" is {Wording.Thousands(validation.Count)} images that were set aside from the training images, the same "
                + "share of every class: no model was trained on them. "
                + (content.Models.Count == 1
                    ? "The accuracy on the test set is an estimate from unseen data."
                    : "The selection has not seen the test set: the chosen model's accuracy on it is an estimate from unseen data.");
        }

        if (content.Models.Count == 1)
        {
            return "\"Validation\" is the test set.";
        }

        return content.SelectionSawTestImages
            ? "\"Validation\" is the test set: the selection sees the images that the results are measured on, so the chosen model's "
                + "accuracy is not an estimate from unseen data."
            : "\"Validation\" is the test set; the selection does not look at it.";
    }
}
