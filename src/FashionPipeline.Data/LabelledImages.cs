namespace FashionPipeline.Data;

/// <summary>Grey images of one size with one label each, as bytes: the form in which data passes between the rooms.</summary>
public sealed record LabelledImages
{
    /// <summary>Rows of an image.</summary>
    public required int Height { get; init; }

    /// <summary>Columns of an image.</summary>
    public required int Width { get; init; }

    /// <summary>All pixels, 0 to 255, image after image, row after row: [count, height, width].</summary>
    public required byte[] Pixels { get; init; }

    /// <summary>The class of each image, counted from 0: [count].</summary>
    public required byte[] Labels { get; init; }

    /// <summary>How many images there are.</summary>
    public int Count => Labels.Length;

    /// <summary>Pixels of one image.</summary>
    public int PixelsPerImage => Height * Width;

    /// <summary>The pixels of the image at <paramref name="index"/>: [height, width].</summary>
    public ReadOnlySpan<byte> Image(int index) => Pixels.AsSpan(index * PixelsPerImage, PixelsPerImage);
}
