using FashionPipeline.Evaluation.Statistics;

namespace FashionPipeline.Evaluation.Summary;

/// <summary>A model beside a variant of it, on the same test images, with the first seed of each.</summary>
/// <param name="Model">The model.</param>
/// <param name="Variant">The variant.</param>
/// <param name="Change">The variant's accuracy less the model's.</param>
public sealed record VariantComparison(ModelFindings Model, ModelFindings Variant, MatchedDifference Change)
{
    /// <summary>Compares the two.</summary>
    public static VariantComparison Of(ModelFindings model, ModelFindings variant) =>
        new(model, variant, MatchedDifference.Of(variant.FirstRun.Predictions, model.FirstRun.Predictions));
}
