namespace FashionPipeline.Benchmarks.Epoch;

/// <summary>What an operation costs in an epoch, over all steps.</summary>
/// <param name="Name">The layer's name, or what is done besides the layers.</param>
/// <param name="Pass">What it is done for.</param>
/// <param name="Seconds">Its time.</param>
/// <param name="Flops">Operations of the direct convolutions or dense products in it.</param>
internal sealed record OperationTime(string Name, Pass Pass, double Seconds, double Flops);
