using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Functions;

namespace FashionPipeline.Training.Layers;

/// <summary>Two-dimensional convolution. Takes [height, width, channels], gives [height', width', filters].</summary>
/// <param name="Filters">Output channels, at least 1.</param>
/// <param name="KernelHeight">Rows of the kernel.</param>
/// <param name="KernelWidth">Columns of the kernel.</param>
/// <param name="Padding">Whether the border is padded with zeros.</param>
/// <param name="Activation">Applied to the result.</param>
/// <param name="Initialiser">What the kernel starts from.</param>
/// <param name="Strides">Rows and columns from one window to the next, at least 1.</param>
public sealed record Conv2DLayer(
    int Filters,
    int KernelHeight,
    int KernelWidth,
    Padding Padding = Padding.Valid,
    Activation Activation = Activation.Linear,
    Initialiser Initialiser = Initialiser.GlorotUniform,
    int Strides = 1) : Layer
{
    /// <summary>Names and settings.</summary>
    public static LayerKind Definition { get; } = new()
    {
        Name = "conv2d",
        KerasClass = "Conv2D",
        KerasName = "conv2d",
        Settings =
        [
            new CountSetting("filters"),
            new SizeSetting("kernel"),
            ChoiceSetting.Of("padding", Padding.Valid),
            ChoiceSetting.Of("activation", Activation.Linear),
            ChoiceSetting.Of("initialiser", Initialiser.GlorotUniform),
            new CountSetting("strides") { Default = 1, IsLeftOutAtDefault = true },
        ],
        Create = values => new Conv2DLayer(
            values.Count("filters"),
            values.Size("kernel").Rows,
            values.Size("kernel").Columns,
            values.Choice<Padding>("padding"),
            values.Choice<Activation>("activation"),
            values.Choice<Initialiser>("initialiser"),
            values.Count("strides")),
    };

    /// <inheritdoc/>
    public override LayerKind Kind => Definition;

    /// <inheritdoc/>
    public override LayerValues Values => new()
    {
        { "filters", Filters },
        { "kernel", new Size(KernelHeight, KernelWidth) },
        { "padding", Padding },
        { "activation", Activation },
        { "initialiser", Initialiser },
        { "strides", Strides },
    };

    internal override Activation OutputActivation => Activation;

    internal override IEnumerable<string> SettingFaults =>
        TooSmall(
            (Filters, "filters"), (KernelHeight, "rows of the kernel"), (KernelWidth, "columns of the kernel"), (Strides, "strides"));

    internal override string? InputFault(IReadOnlyList<int> input)
    {
        if (Shapes.ImageFault(input) is { } fault)
        {
            return fault;
        }

        if (Strides > input[0] || Strides > input[1])
        {
            return FormattableString.Invariant($"has {Strides} strides, more than the rows or columns of its input {Shapes.Text(input)}; ")
                + "use fewer strides";
        }

        return Padding == Padding.Valid && (KernelHeight > input[0] || KernelWidth > input[1])
            ? FormattableString.Invariant($"has a kernel of {KernelHeight}x{KernelWidth}, larger than its input {Shapes.Text(input)}; ")
                + "use a smaller kernel or padding: same"
            : null;
    }

    internal override IReadOnlyList<int> OutputShape(IReadOnlyList<int> input) =>
        [OutputSize(input[0], KernelHeight), OutputSize(input[1], KernelWidth), Filters];

    internal override long Parameters(IReadOnlyList<int> input) => (((long)KernelHeight * KernelWidth * input[2]) + 1) * Filters;

    internal override LayerModule Module(string name, int index, IReadOnlyList<int> input, Backend backend) =>
        new WeightedModule(name, index, [KernelHeight, KernelWidth, input[2], Filters], Initialiser, (images, kernel, bias) =>
            Conv2DOperation.Apply(images, kernel, bias, Padding, Activation, backend, Strides));

    private int OutputSize(int size, int kernel) => Conv2DShape.OutputSize(size, kernel, Padding == Padding.Same, Strides);
}
