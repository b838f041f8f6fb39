namespace FashionPipeline.Training.Checkpoints;

/// <summary>Numbers with a name and a shape.</summary>
/// <param name="Name">Unique in its file: <c>dense.kernel</c>.</param>
/// <param name="Shape">Size of each dimension.</param>
/// <param name="Values">The numbers in row-major order.</param>
public sealed record NamedTensor(string Name, IReadOnlyList<int> Shape, float[] Values);
