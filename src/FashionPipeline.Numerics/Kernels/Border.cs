namespace FashionPipeline.Numerics.Kernels;

/// <summary>An image within a border of zeros, channels last.</summary>
/// <param name="Height">Rows of the image.</param>
/// <param name="Width">Columns of the image.</param>
/// <param name="Channels">Numbers of a pixel.</param>
/// <param name="Top">Rows of zeros above.</param>
/// <param name="Left">Columns of zeros on the left.</param>
/// <param name="FullHeight">Rows with the border.</param>
/// <param name="FullWidth">Columns with the border.</param>
internal readonly record struct Border(int Height, int Width, int Channels, int Top, int Left, int FullHeight, int FullWidth)
{
    /// <summary>Whether there is no border at all.</summary>
    public bool IsNone => Height == FullHeight && Width == FullWidth;

    /// <summary>Numbers of a row of the image.</summary>
    public int Row => Width * Channels;

    /// <summary>Numbers of a row with its border.</summary>
    public int FullRow => FullWidth * Channels;

    /// <summary>Numbers of the image with its border.</summary>
    public int Length => checked(FullHeight * FullRow);

    /// <summary>Where the image begins.</summary>
    public int Origin => (Top * FullRow) + (Left * Channels);
}
