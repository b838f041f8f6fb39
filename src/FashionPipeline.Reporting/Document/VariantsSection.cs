using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Evaluation.Summary;
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
            var variants = content.Findings.Variants.Where(variant => variant.Model.Name == model.Name).ToList();
            if (variants.Count > 0)
            {
                Add(builder, content, model, variants);
            }
        }
    }

    private static void Add(DocumentBuilder builder, ReportContent content, ModelContent model, IReadOnlyList<VariantComparison> variants)
    {
        var table = Reference.ToTable();
        builder.Section($"What each setting gives: {model.Title}");
        builder.Paragraph(
            $"Each row of {table} is {Wording.Of(model)} but for the settings that it names, trained anew with the same seed. Where the "
            + $"change makes it worse, the model owes that much to what was changed. Intervals, Agresti and Min's "
            + $"{builder.Cite(Source.AgrestiMin)}, allow for chance in the choice of the test images, not for what another seed would "
            + $"change.");
        builder.Table(
            table,
            $"Variants of {Wording.Of(model)}, and their accuracies; changes are in points, with 95% intervals for matched pairs.",
            [
                new("Variant", false, 2.2f), new("Settings", false, 3.2f), new("Validation", true, 1.2f),
                .. content.HasValidationSet ? [new TableColumn("Test", true, 1.1f)] : Array.Empty<TableColumn>(),
                new("Change in test", true, 3f),
            ],
            [
                Row(content, model.Title, "", model.FirstRun, null),
                .. from compared in variants
                   let variant = content.Model(compared.Variant.Name)
                   select Row(content, Title(model, variant), Settings(variant.Variation!), variant.FirstRun, compared.Change),
            ],
            name: $"variants-{model.Name}");
    }

    private static string[] Row(
        ReportContent content, string title, string settings, RunFindings run, MatchedDifference? change) =>
    [
        title, settings, Wording.Percent(run.LastEpoch.ValidationAccuracy),
        .. content.HasValidationSet ? [Wording.Percent(run.Classification.Accuracy)] : Array.Empty<string>(),
        change is { } difference ? Wording.Points(difference, 2) : "",
    ];

    // A title that was made of the model's need not repeat it.
    private static string Title(ModelContent model, ModelContent variant) =>
        variant.Title.StartsWith($"{model.Title}, ", StringComparison.Ordinal) ? variant.Title[(model.Title.Length + 2)..] : variant.Title;

    private static string Settings(ModelVariation variation) => string.Join(", ", variation.Settings.Select(setting =>
        setting.Value == "null" ? $"without {setting.Key}" : $"{setting.Key} {setting.Value}"));
}
