namespace FashionPipeline.Benchmarks.Epoch;

/// <summary>What a step does in one go: a call of a kernel.</summary>
/// <param name="Name">The layer's name, or what is done besides the layers.</param>
/// <param name="Pass">What it is done for.</param>
/// <param name="Flops">
/// Operations of the direct convolutions or dense products in it, a multiply-add counted as two; 0 where it is neither.
/// </param>
/// <param name="Run">Does it.</param>
internal sealed record Operation(string Name, Pass Pass, double Flops, Action<Step> Run);
