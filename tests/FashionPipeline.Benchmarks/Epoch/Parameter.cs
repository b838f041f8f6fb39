namespace FashionPipeline.Benchmarks.Epoch;

/// <summary>A kernel or a bias, with its gradient and Adam's moments.</summary>
/// <param name="length">How many weights it has.</param>
internal sealed class Parameter(int length)
{
    /// <summary>The weights.</summary>
    public Memory<float> Values { get; } = AlignedMemory.New<float>(length);

    /// <summary>Their gradient.</summary>
    public Memory<float> Gradient { get; } = AlignedMemory.New<float>(length);

    /// <summary>First moments.</summary>
    public Memory<float> First { get; } = AlignedMemory.New<float>(length);

    /// <summary>Second moments.</summary>
    public Memory<float> Second { get; } = AlignedMemory.New<float>(length);
}
