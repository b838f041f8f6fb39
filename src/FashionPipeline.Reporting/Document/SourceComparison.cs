using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>A number that the source published, beside ours.</summary>
/// <param name="Quantity">What it is.</param>
/// <param name="Source">The published number.</param>
/// <param name="Here">Ours; the mean where there are several seeds.</param>
/// <param name="IsCount">True for whole numbers, false for shares between 0 and 1.</param>
internal sealed record ComparedNumber(string Quantity, double Source, double Here, bool IsCount);

/// <summary>Pairs the published numbers with those of the report.</summary>
internal static class SourceComparison
{
    /// <summary>
    /// The model whose per-class figures are compared: the source's best one, or ours where the source names none of ours.
    /// </summary>
    public static ModelContent ModelOf(ReportContent content, PublishedResults published) =>
        content.Models.FirstOrDefault(model => model.Name == published.BestModel) ?? content.BestModel;

    /// <summary>One entry a published number, in the report's order.</summary>
    public static IReadOnlyList<ComparedNumber> Of(ReportContent content, PublishedResults published)
    {
        var numbers = new List<ComparedNumber>();
        foreach (var model in content.Models)
        {
            if (published.Models.FirstOrDefault(entry => entry.Model == model.Name) is not { } source)
            {
                continue;
            }

            Add($"{Wording.Of(model)}: parameters", source.Parameters, model.Parameters, isCount: true);
            Add($"{Wording.Of(model)}: training accuracy", source.TrainingAccuracy, model.Findings.TrainingAccuracy.Mean);
            Add($"{Wording.Of(model)}: validation accuracy", source.ValidationAccuracy, model.Findings.ValidationAccuracy.Mean);
        }

        var compared = ModelOf(content, published);
        var names = content.DataSet.LabelNames;
        for (var label = 0; label < Math.Min(published.LabelCorrect.Count, names.Count); label++)
        {
            var quantity = $"{Wording.Of(compared)}: {names[label]} [{label}] correct";
            Add(quantity, published.LabelCorrect[label], compared.Findings.Recalls[label].Mean);
        }

        return numbers;

        void Add(string quantity, double? source, double here, bool isCount = false)
        {
            if (source is { } value)
            {
                numbers.Add(new ComparedNumber(quantity, value, here, isCount));
            }
        }
    }
}
