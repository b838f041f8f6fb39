using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Evaluation.Summary;

namespace FashionPipeline.Reporting.Content;

/// <summary>A variant of a model beside it, with the same seed where both have one in common.</summary>
/// <param name="Model">The variant.</param>
/// <param name="Run">Its run.</param>
/// <param name="Base">The run of the model that it varies.</param>
/// <param name="Change">Its accuracy on the test images less that of the model.</param>
internal sealed record Variant(ModelContent Model, RunFindings Run, RunFindings Base, MatchedDifference Change);

/// <summary>The variants of a model.</summary>
internal static class Variants
{
    /// <summary>They in the order of the experiment; none where it has none.</summary>
    public static IReadOnlyList<Variant> Of(ReportContent content, ModelContent model) =>
    [
        .. from variant in content.Models
           where variant.Variation is { IsOfSweep: false } variation && variation.Of == model.Name
           let run = variant.Runs.FirstOrDefault(run => model.Runs.Any(other => other.Seed == run.Seed)) ?? variant.FirstRun
           let other = model.Runs.FirstOrDefault(other => other.Seed == run.Seed) ?? model.FirstRun
           select new Variant(variant, run, other, MatchedDifference.Of(run.Predictions, other.Predictions)),
    ];
}
