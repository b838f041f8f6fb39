namespace FashionPipeline.Numerics.Random;

/// <summary>
/// What random numbers are drawn for. Streams of different purposes have nothing in common; a value, once given, never changes.
/// </summary>
public enum RandomPurpose : ushort
{
    /// <summary>Initial weights.</summary>
    Weights = 1,

    /// <summary>Order of the images in an epoch.</summary>
    Permutation = 2,

    /// <summary>Values that dropout zeroes.</summary>
    Dropout = 3,

    /// <summary>Synthetic images.</summary>
    SyntheticData = 4,

    /// <summary>Start vectors of iterative solvers.</summary>
    StartVector = 5,

    /// <summary>Which training images are set aside to choose models by.</summary>
    ValidationSplit = 6,

    /// <summary>How images are shifted and flipped.</summary>
    Augmentation = 7,

    /// <summary>Which combinations of a sweep's settings are tried.</summary>
    Sweep = 8,
}
