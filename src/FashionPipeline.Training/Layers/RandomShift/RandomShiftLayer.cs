using FashionPipeline.Numerics.Random;
using FashionPipeline.Training.Functions;

namespace FashionPipeline.Training.Layers;

/// <summary>
/// In training, shifts each image by a random number of rows and columns; zeros come in. Nothing happens outside training.
/// </summary>
/// <param name="Pixels">Rows and columns that an image is shifted by at most, at least 1.</param>
public sealed record RandomShiftLayer(int Pixels) : Layer
{
    /// <summary>Names and settings.</summary>
    public static LayerKind Definition { get; } = new()
    {
        Name = "random_shift",
        KerasClass = "RandomTranslation",
        KerasName = "random_translation",
        HasShortForm = true,
        Settings = [new CountSetting("pixels")],
        Create = values => new RandomShiftLayer(values.Count("pixels")),
    };

    /// <inheritdoc/>
    public override LayerKind Kind => Definition;

    /// <inheritdoc/>
    public override LayerValues Values => new() { { "pixels", Pixels } };

    internal override IEnumerable<string> SettingFaults => TooSmall((Pixels, "pixels"));

    internal override string? InputFault(IReadOnlyList<int> input) =>
        Shapes.ImageFault(input) ?? (Pixels < Math.Min(input[0], input[1]) ? null : FormattableString.Invariant(
            $"shifts by up to {Pixels} pixels, which is the whole of its input {Shapes.Text(input)}; use fewer"));

    internal override IReadOnlyList<int> OutputShape(IReadOnlyList<int> input) => input;

    internal override IReadOnlyList<int>? ShapeAtFault(IReadOnlyList<int>? input) => input;

    internal override LayerModule Module(string name, int index, IReadOnlyList<int> input, Backend backend) => new RandomModule(
        name, index, RandomPurpose.Augmentation, (images, stream) => RandomShiftOperation.Apply(images, Pixels, stream, backend));
}
