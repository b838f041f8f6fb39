namespace FashionPipeline.Data;

/// <summary>What files tell of the images in them, before anybody has said what they should be.</summary>
/// <param name="Shape">The size of the images.</param>
/// <param name="LabelNames">Name of each class.</param>
public sealed record DataDescription(ImageShape Shape, IReadOnlyList<string> LabelNames)
{
    /// <summary>Whether the files do not say which images are to test on, so that their digests do.</summary>
    public bool IsSplitByDigest { get; init; }

    /// <summary>Names of classes of which no more is known than their numbers: 0 up to the largest one.</summary>
    /// <param name="largest">The largest label.</param>
    public static IReadOnlyList<string> Numbers(int largest) =>
        [.. Enumerable.Range(0, largest + 1).Select(label => FormattableString.Invariant($"{label}"))];
}
