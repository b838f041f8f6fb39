using System.Globalization;

namespace FashionPipeline.Data;

/// <summary>
/// The size of an image. Everywhere, in bytes, in Parquet and in tensors, its values lie row after row, pixel after pixel, and the channels
/// of a pixel beside each other: [height, width, channels], as Keras lays images out.
/// </summary>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Channels">Values of a pixel: 1 (grey) or 3 (red, green, blue).</param>
public readonly record struct ImageShape(int Height, int Width, int Channels = 1)
{
    /// <summary>Channels of an image in colour.</summary>
    public const int Colours = 3;

    /// <summary>Rows or columns at most.</summary>
    public const int LongestSide = 4096;

    /// <summary>Values of an image.</summary>
    public int Values => checked(Height * Width * Channels);

    /// <summary>True for red, green and blue.</summary>
    public bool IsColour => Channels == Colours;

    /// <summary>Rows, columns, and the channels where there are several: <c>28x28</c>, <c>32x32x3</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Height}x{Width}{(Channels == 1 ? "" : $"x{Channels}")}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is another text.</exception>
    public static ImageShape Parse(string text) => text.Split('x') switch
    {
        [var height, var width] => new(Number(height), Number(width)),
        [var height, var width, var channels] => new(Number(height), Number(width), Number(channels)),
        _ => throw new FormatException($"'{text}' is no shape of images"),
    };

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
