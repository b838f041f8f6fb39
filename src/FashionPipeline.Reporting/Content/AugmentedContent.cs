using FashionPipeline.Data;

namespace FashionPipeline.Reporting.Content;

/// <summary>What the layers that shift and flip make of some training images.</summary>
/// <param name="Model">Name of the model that they belong to.</param>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Epochs">The samples of the report as the network sees them in each of the first epochs.</param>
public sealed record AugmentedContent(string Model, ulong Seed, IReadOnlyList<LabelledImages> Epochs);
