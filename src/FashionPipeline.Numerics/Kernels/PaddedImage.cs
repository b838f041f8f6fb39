namespace FashionPipeline.Numerics.Kernels;

/// <summary>How an image lies in memory within a border of zeros, channels last.</summary>
/// <param name="Height">Rows of the image.</param>
/// <param name="Width">Columns of the image.</param>
/// <param name="Channels">Numbers of a pixel.</param>
/// <param name="Top">Rows of zeros above.</param>
/// <param name="Left">Columns of zeros on the left.</param>
/// <param name="PaddedHeight">Rows with the border.</param>
/// <param name="PaddedWidth">Columns with the border.</param>
internal readonly unsafe record struct PaddedImage(
    int Height, int Width, int Channels, int Top, int Left, int PaddedHeight, int PaddedWidth)
{
    /// <summary>Pixels from one of the image to the next, with zeros between them; 1 where it lies as it is.</summary>
    public int Spacing { get; init; } = 1;

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

    /// <summary>The image as it is where it has no border, else a copy within the zeros of a buffer.</summary>
    /// <param name="image">[height, width, channels].</param>
    /// <param name="buffer">[padded height, padded width, channels], written; not touched where there is no border.</param>
    public float* Pad(float* image, float* buffer)
    {
        if (!HasBorder)
        {
            return image;
        }

        new Span<float>(buffer, PaddedLength).Clear();
        for (var row = 0; row < Height; row++)
        {
            Row(image, row).CopyTo(PaddedRow(buffer, row));
        }

        return buffer;
    }

    /// <summary>Copies the image out of its border, unless it lies where it belongs.</summary>
    /// <param name="padded">[padded height, padded width, channels].</param>
    /// <param name="image">[height, width, channels], written.</param>
    public void Crop(float* padded, float* image)
    {
        for (var row = 0; padded != image && row < Height; row++)
        {
            PaddedRow(padded, row).CopyTo(Row(image, row));
        }
    }

    private Span<float> Row(float* image, int row) => new(image + ((nint)row * RowLength), RowLength);

    private Span<float> PaddedRow(float* padded, int row) => new(padded + Origin + ((nint)row * PaddedRowLength), RowLength);
}
