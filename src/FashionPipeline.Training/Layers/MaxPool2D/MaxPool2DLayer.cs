using FashionPipeline.Training.Functions;

namespace FashionPipeline.Training.Layers;

/// <summary>Largest value of each window; windows do not overlap, what does not fill a window is dropped.</summary>
/// <param name="PoolHeight">Rows of a window.</param>
/// <param name="PoolWidth">Columns of a window.</param>
public sealed record MaxPool2DLayer(int PoolHeight, int PoolWidth) : Layer
{
    /// <summary>Names and settings.</summary>
    public static LayerKind Definition { get; } = new()
    {
        Name = "max_pool2d",
        KerasClass = "MaxPooling2D",
        KerasName = "max_pooling2d",
        HasShortForm = true,
        Settings = [new SizeSetting("window")],
        Create = values => new MaxPool2DLayer(values.Size("window").Rows, values.Size("window").Columns),
    };

    /// <inheritdoc/>
    public override LayerKind Kind => Definition;

    /// <inheritdoc/>
    public override LayerValues Values => new() { { "window", Window } };

    internal override IEnumerable<string> SettingFaults =>
        TooSmall((PoolHeight, "rows of the window"), (PoolWidth, "columns of the window"));

    internal override string? InputFault(IReadOnlyList<int> input) => Shapes.WindowFault(Window, input);

    internal override IReadOnlyList<int> OutputShape(IReadOnlyList<int> input) => [input[0] / PoolHeight, input[1] / PoolWidth, input[2]];

    internal override LayerModule Module(string name, int index, IReadOnlyList<int> input, Backend backend) =>
        new FunctionModule(name, images => MaxPool2DOperation.Apply(images, PoolHeight, PoolWidth, backend));

    private Size Window => new(PoolHeight, PoolWidth);
}
