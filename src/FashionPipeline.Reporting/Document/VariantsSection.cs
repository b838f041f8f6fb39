using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>What each setting gives: models beside variants of them that differ in it alone.</summary>
internal static class VariantsSection
{
    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        foreach (var model in content.Models)
        {
            if (Variants.Of(content, model) is { Count: > 0 } variants)
            {
                Add(builder, content, model, variants);
            }
        }
    }

    private static void Add(DocumentBuilder builder, ReportContent content, ModelContent model, IReadOnlyList<Variant> variants)
    {
        var table = Reference.ToTable();
        builder.Section($"What each setting gives: {model.Title}");
        builder.Paragraph(
            $"Each row of {table} is {Wording.Of(model)} but for the settings that it names, trained anew with the same seed. Where the "
            + $"change makes it worse, the model owes that much to what was changed. Intervals allow for chance in the choice of the test "
            + $"images, not for what another seed would change.");
        builder.Table(
            table,
            $"Variants of {Wording.Of(model)}, and their accuracies; changes are in points, with 95% intervals for matched pairs.",
            [
                new("Variant", false, 2.2f), new("Settings", false, 3.2f), new("Validation", true, 1.2f),
                .. content.HasValidationSet ? [new TableColumn("Test", true, 1.1f)] : Array.Empty<TableColumn>(),
                new("Change in test", true, 3f),
            ],
            [
                Row(content, model.Title, "", variants[0].Base.LastEpoch.ValidationAccuracy, variants[0].Base.Classification.Accuracy, null),
                .. variants.Select(variant => Row(
                    content, Title(model, variant.Model), Settings(variant.Model.Variation!), variant.Run.LastEpoch.ValidationAccuracy,
                    variant.Run.Classification.Accuracy, variant.Change)),
            ]);
    }

    private static string[] Row(
        ReportContent content, string title, string settings, double validation, double test, MatchedDifference? change) =>
    [
        title, settings, Wording.Percent(validation),
        .. content.HasValidationSet ? [Wording.Percent(test)] : Array.Empty<string>(),
        change is { } difference ? Wording.Points(difference, 2) : "",
    ];

    // A title that was made of the model's need not repeat it.
    private static string Title(ModelContent model, ModelContent variant) =>
        variant.Title.StartsWith($"{model.Title}, ", StringComparison.Ordinal) ? variant.Title[(model.Title.Length + 2)..] : variant.Title;

    private static string Settings(ModelVariation variation) => string.Join(", ", variation.Settings.Select(setting =>
        setting.Value == "null" ? $"without {setting.Key}" : $"{setting.Key} {setting.Value}"));
}
