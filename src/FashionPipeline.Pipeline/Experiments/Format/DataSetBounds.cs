using FashionPipeline.Data;

namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>How large a data set may be.</summary>
public static class DataSetBounds
{
    /// <summary>Rows or columns of an image.</summary>
    public static IntegerForm Side { get; } = new(1, ImageShape.LongestSide);

    /// <summary>Values of a pixel.</summary>
    public static AlternativeForm Channels { get; } = new(new IntegerForm(1, 1), new IntegerForm(ImageShape.Colours, ImageShape.Colours));

    /// <summary>Images to train or to test on that are drawn.</summary>
    public static IntegerForm Images { get; } = new(1, 10_000_000);

    /// <summary>Bytes of a published file, which is read into one array.</summary>
    public static IntegerForm FileBytes { get; } = new(1, Array.MaxLength);

    /// <summary>Names of the classes; labels are bytes.</summary>
    public static ListForm Classes { get; } = new(new TextForm()) { Minimum = 2, Maximum = 256, IsDistinct = true };
}
