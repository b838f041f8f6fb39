namespace FashionPipeline.Numerics.Kernels;

/// <summary>How an image lies in memory within a border of zeros, channels last.</summary>
/// <param name="Height">Rows of the image.</param>
/// <param name="Width">Columns of the image.</param>
/// <param name="Channels">Numbers of a pixel.</param>
/// <param name="Top">Rows of zeros above.</param>
/// <param name="Left">Columns of zeros on the left.</param>
/// <param name="PaddedHeight">Rows with the border.</param>
/// <param name="PaddedWidth">Columns with the border.</param>
internal readonly record struct PaddedImage(int Height, int Width, int Channels, int Top, int Left, int PaddedHeight, int PaddedWidth)
{
    /// <summary>Whether there is a border at all.</summary>
    public bool HasBorder => Height != PaddedHeight || Width != PaddedWidth;

    /// <summary>Numbers of a row of the image.</summary>
    public int RowLength => Width * Channels;

    /// <summary>Numbers of a row with its border.</summary>
    public int PaddedRowLength => PaddedWidth * Channels;

    /// <summary>Numbers of the image with its border.</summary>
    public int PaddedLength => checked(PaddedHeight * PaddedRowLength);

    /// <summary>Where the image begins within its border.</summary>
    public int Origin => (Top * PaddedRowLength) + (Left * Channels);
}
