namespace FashionPipeline.Data.Splits;

/// <summary>How a validation set is cut out of the training images.</summary>
public sealed record ValidationOptions
{
    /// <summary>Share of the training images of each class, more than 0 and less than 1.</summary>
    public double Fraction { get; init; } = 0.1;

    /// <summary>Seed of the choice; trainings have seeds of their own, so that all of them see the same images.</summary>
    public ulong Seed { get; init; } = 1;
}
