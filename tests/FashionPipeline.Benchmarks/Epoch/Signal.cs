namespace FashionPipeline.Benchmarks.Epoch;

/// <summary>What passes between two layers.</summary>
/// <param name="Shape">The shape of one image's values.</param>
/// <param name="Values">On the way forward.</param>
/// <param name="Gradient">On the way back; empty where nobody asks for it.</param>
internal readonly record struct Signal(IReadOnlyList<int> Shape, Memory<float> Values, Memory<float> Gradient)
{
    /// <summary>A signal of a batch.</summary>
    public static Signal New(int batch, IReadOnlyList<int> shape, bool hasGradient)
    {
        var length = shape.Aggregate(batch, (product, size) => product * size);
        return new(shape, AlignedMemory.New<float>(length), hasGradient ? AlignedMemory.New<float>(length) : default);
    }
}
