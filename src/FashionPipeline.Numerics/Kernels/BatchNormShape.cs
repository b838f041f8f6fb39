namespace FashionPipeline.Numerics.Kernels;

/// <summary>What batch normalisation works on: a row of channels for each image, or for each of its pixels.</summary>
/// <param name="Rows">Rows of the whole batch, at least 1.</param>
/// <param name="Channels">Values of a row.</param>
public readonly record struct BatchNormShape(int Rows, int Channels)
{
    // Enough parts for many cores, and enough rows in each to be worth an item.
    private const int MaxPartials = 32;
    private const int RowsOfPartial = 64;

    /// <summary>Parts of the rows that are summed on their own: a function of the sizes alone.</summary>
    public int Partials => Math.Clamp(Rows / RowsOfPartial, 1, MaxPartials);

    /// <summary>Values of the input.</summary>
    public int Length => checked(Rows * Channels);

    /// <summary>The rows of a part: the first one, and the one behind the last.</summary>
    internal (int First, int End) RowsOf(int part) =>
        ((int)((long)part * Rows / Partials), (int)((long)(part + 1) * Rows / Partials));
}
