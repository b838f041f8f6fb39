using System.Text.Json.Serialization;
using FashionPipeline.Data;
using FashionPipeline.Training;

namespace FashionPipeline.Pipeline.Exports;

/// <summary>
/// How an image becomes the numbers that the weights expect, by the keys of Hugging Face's image processors
/// (huggingface.co/docs/transformers/main_classes/image_processor).
/// </summary>
internal sealed record PreprocessorConfig
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "preprocessor_config.json";

    // Pillow's number for Resampling.BOX, the average of the area that a pixel covers.
    private const int AreaAverage = 4;

    /// <summary>Whether an image is brought to <see cref="Size"/>.</summary>
    [JsonPropertyName("do_resize")]
    public bool IsResized { get; } = true;

    /// <summary>The size of an image.</summary>
    [JsonPropertyName("size")]
    public required ImageSize Size { get; init; }

    /// <summary>How an image is resized, by Pillow's numbers.</summary>
    [JsonPropertyName("resample")]
    public int Resampling { get; } = AreaAverage;

    /// <summary>Whether pixels are red, green and blue; else they are grey.</summary>
    [JsonPropertyName("do_convert_rgb")]
    public required bool IsColour { get; init; }

    /// <summary>Whether pixels are multiplied by <see cref="Factor"/>; else they stay 0 to 255.</summary>
    [JsonPropertyName("do_rescale")]
    public required bool IsScaled { get; init; }

    /// <summary>What pixels are multiplied by.</summary>
    [JsonPropertyName("rescale_factor")]
    public required double Factor { get; init; }

    /// <summary>Whether a mean is taken away.</summary>
    [JsonPropertyName("do_normalize")]
    public bool IsCentred { get; }

    /// <summary>Where the channels lie.</summary>
    [JsonPropertyName("data_format")]
    public string Layout { get; } = "channels_last";

    /// <summary>The file for a network.</summary>
    /// <param name="shape">Size of an image.</param>
    /// <param name="scaling">How pixels are scaled.</param>
    public static PreprocessorConfig Of(ImageShape shape, InputScaling scaling) => new()
    {
        Size = new ImageSize(shape.Height, shape.Width),
        IsColour = shape.IsColour,
        IsScaled = scaling == InputScaling.Unit,
        Factor = scaling == InputScaling.Unit ? 1.0 / byte.MaxValue : 1,
    };

    /// <summary>The size of an image.</summary>
    /// <param name="Height">Rows.</param>
    /// <param name="Width">Columns.</param>
    internal sealed record ImageSize(
        [property: JsonPropertyName("height")] int Height, [property: JsonPropertyName("width")] int Width);
}
