namespace FashionPipeline.Numerics.Kernels;

/// <summary>The sizes of a batch of images [batch, height, width, channels].</summary>
/// <param name="Batch">Number of images.</param>
/// <param name="Height">Rows of an image.</param>
/// <param name="Width">Columns of an image.</param>
/// <param name="Channels">Values of a pixel.</param>
public readonly record struct ImageBatchShape(int Batch, int Height, int Width, int Channels)
{
    /// <summary>Values of a row of an image.</summary>
    internal int RowLength => checked(Width * Channels);

    /// <summary>Values of an image.</summary>
    internal int ImageLength => checked(Height * RowLength);

    /// <summary>Values of all images.</summary>
    internal int Length => checked(Batch * ImageLength);
}
