using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Portability.Cases;

/// <summary>The convolution and its gradients; a row of an image is a product of as many rows as the image has columns.</summary>
public static class Conv2DCases
{
    private static readonly Workspace Workspace = new();

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All { get; } =
    [
        new("conv2d/one-channel", () => Layer(new(Batch: 3, 28, 28, Channels: 1, Filters: 32, 3, 3, Same: false), relu: true)),
        new("conv2d/winograd", () => Layer(new(Batch: 2, 26, 26, Channels: 32, Filters: 32, 3, 3, Same: false), relu: true)),
        new("conv2d/winograd-ragged", () => Layer(new(Batch: 3, 9, 7, Channels: 16, Filters: 48, 3, 3, Same: true), relu: false)),
        new("conv2d/winograd-more-images-than-parts", () =>
            Layer(new(Batch: 37, 4, 6, Channels: 48, Filters: 16, 3, 3, Same: false), relu: true)),
        new("conv2d/32-channels", () => Layer(new(Batch: 2, 9, 9, Channels: 32, Filters: 32, 3, 2, Same: false), relu: true)),
        new("conv2d/same-size", () => Layer(new(Batch: 3, 9, 7, Channels: 3, Filters: 8, 3, 3, Same: true), relu: false)),
        new("conv2d/same-size-even-kernel", () => Layer(new(Batch: 3, 7, 9, Channels: 5, Filters: 11, 4, 2, Same: true), relu: true)),
        new("conv2d/odd-channels-and-filters", () => Layer(new(Batch: 3, 6, 5, Channels: 7, Filters: 59, 2, 3, Same: false), relu: true)),
        new("conv2d/every-number-of-columns", () => [.. Enumerable.Range(1, 16)
            .SelectMany(columns => Layer(new(Batch: 1, 2, columns, Channels: 3, Filters: 59, 1, 1, Same: false), relu: false))]),
        new("conv2d/more-images-than-partial-sums", () =>
            Layer(new(Batch: 75, 5, 5, Channels: 3, Filters: 7, 3, 3, Same: false), relu: true)),
        new("conv2d/few-partial-sums-of-a-large-kernel", () =>
            Layer(new(Batch: 33, 1, 1, Channels: 192, Filters: 191, 1, 1, Same: false), relu: false)),
        new("conv2d/strides", () => Layer(new(Batch: 3, 9, 8, Channels: 16, Filters: 43, 3, 3, Same: true) { Stride = 2 }, relu: true)),
        new("conv2d/strides-without-border", () =>
            Layer(new(Batch: 35, 11, 10, Channels: 3, Filters: 9, 4, 3, Same: false) { Stride = 3 }, relu: false)),
        new("conv2d/first-layer", () => Layer(new(Batch: 5, 8, 8, Channels: 1, Filters: 9, 3, 3, Same: true), relu: true, isFirst: true)),
    ];

    // Nobody needs the gradient of a first layer's input.
    private static byte[] Layer(Conv2DShape shape, bool relu, bool isFirst = false)
    {
        var input = Inputs.Singles(shape.Batch * shape.Height * shape.Width * shape.Channels, seed: 21);
        var kernel = Inputs.Singles(shape.KernelHeight * shape.KernelWidth * shape.Channels * shape.Filters, seed: 22);
        var output = new float[shape.Batch * shape.OutputHeight * shape.OutputWidth * shape.Filters];
        Conv2D.Forward(shape, input, kernel, Inputs.Singles(shape.Filters, seed: 23), output, relu, Workspace);

        var outputGradient = Inputs.Singles(output.Length, seed: 24);
        var inputGradient = new float[isFirst ? 0 : input.Length];
        var kernelGradient = new float[kernel.Length];
        var biasGradient = new float[shape.Filters];
        Conv2D.Backward(shape, input, kernel, output, outputGradient, inputGradient, kernelGradient, biasGradient, relu, Workspace);
        return Bits.Of([.. output, .. inputGradient, .. kernelGradient, .. biasGradient]);
    }
}
