namespace FashionPipeline.Reporting.Diff;

/// <summary>Where a tensor of trained weights differs most.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Tensor">Name of the tensor: <c>dense.kernel</c>.</param>
/// <param name="Element">Place of the element in row-major order; null where the tensor is new, gone or of another shape.</param>
/// <param name="Before">What the element was; null as before, and where that was no finite number.</param>
/// <param name="Now">What it is; null likewise.</param>
public sealed record WeightChange(string Model, string Seed, string Tensor, int? Element, float? Before, float? Now);
