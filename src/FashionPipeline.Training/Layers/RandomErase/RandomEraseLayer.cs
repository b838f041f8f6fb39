using FashionPipeline.Numerics.Random;
using FashionPipeline.Training.Functions;

namespace FashionPipeline.Training.Layers;

/// <summary>In training, makes a random rectangle of each image 0. Nothing happens outside training.</summary>
/// <param name="Pixels">Rows and columns of a rectangle at most, at least 1.</param>
public sealed record RandomEraseLayer(int Pixels) : Layer
{
    /// <summary>Names and settings.</summary>
    public static LayerKind Definition { get; } = new()
    {
        Name = "random_erase",
        KerasClass = "RandomErasing",
        KerasName = "random_erasing",
        HasShortForm = true,
        Settings = [new CountSetting("pixels")],
        Create = values => new RandomEraseLayer(values.Count("pixels")),
    };

    /// <inheritdoc/>
    public override LayerKind Kind => Definition;

    /// <inheritdoc/>
    public override LayerValues Values => new() { { "pixels", Pixels } };

    internal override IEnumerable<string> SettingFaults => TooSmall((Pixels, "pixels"));

    internal override string? InputFault(IReadOnlyList<int> input) =>
        Shapes.ImageFault(input) ?? (Pixels <= Math.Min(input[0], input[1]) ? null : FormattableString.Invariant(
            $"erases up to {Pixels} rows and columns, more than its input {Shapes.Text(input)} has; use fewer"));

    internal override IReadOnlyList<int> OutputShape(IReadOnlyList<int> input) => input;

    internal override IReadOnlyList<int>? ShapeAtFault(IReadOnlyList<int>? input) => input;

    internal override LayerModule Module(string name, int index, IReadOnlyList<int> input, Backend backend) => new RandomModule(
        name, index, RandomPurpose.Augmentation, (images, stream) => RandomEraseOperation.Apply(images, Pixels, stream, backend));
}
