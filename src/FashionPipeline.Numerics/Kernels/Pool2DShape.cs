namespace FashionPipeline.Numerics.Kernels;

/// <summary>What pooling works on: images [batch, height, width, channels] and windows without overlap.</summary>
/// <param name="Batch">Number of images.</param>
/// <param name="Height">Rows of an image.</param>
/// <param name="Width">Columns of an image.</param>
/// <param name="Channels">Values of a pixel.</param>
/// <param name="PoolHeight">Rows of a window, at least 1.</param>
/// <param name="PoolWidth">Columns of a window, at least 1.</param>
public readonly record struct Pool2DShape(int Batch, int Height, int Width, int Channels, int PoolHeight, int PoolWidth)
{
    /// <summary>Rows of windows; rows that do not fill a window are dropped.</summary>
    public int OutputHeight => Height / PoolHeight;

    /// <summary>Columns of windows; columns that do not fill a window are dropped.</summary>
    public int OutputWidth => Width / PoolWidth;

    /// <summary>Values of the input.</summary>
    public int InputLength => checked(Batch * Height * Width * Channels);

    /// <summary>Values of the output.</summary>
    public int OutputLength => checked(Batch * OutputHeight * OutputWidth * Channels);

    /// <summary>Throws unless windows have pixels, but not too many, and input and output fit them.</summary>
    internal void Require(int inputLength, int outputLength, int largestWindow)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(PoolHeight, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(PoolWidth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)PoolHeight * PoolWidth, largestWindow, nameof(PoolHeight));
        ArgumentOutOfRangeException.ThrowIfNotEqual(inputLength, InputLength);
        ArgumentOutOfRangeException.ThrowIfNotEqual(outputLength, OutputLength);
    }
}
