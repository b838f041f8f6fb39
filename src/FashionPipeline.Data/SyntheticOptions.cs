namespace FashionPipeline.Data;

/// <summary>How many garments to draw, and from which seed.</summary>
public sealed record SyntheticOptions
{
    /// <summary>Seed of the generator.</summary>
    public ulong Seed { get; init; } = 12345;

    /// <summary>Images to train on.</summary>
    public int TrainCount { get; init; } = 6000;

    /// <summary>Images to test on.</summary>
    public int TestCount { get; init; } = 1000;
}
