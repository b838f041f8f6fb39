using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>activation(input * kernel + bias): [batch, height, width, channels] by [rows, columns, channels, filters].</summary>
internal sealed class Conv2DOperation(Conv2DShape shape, bool relu, bool needsInputGradient, Workspace workspace)
    : WeightedOperation(needsInputGradient)
{
    /// <summary>Applies it; can be differentiated by input, kernel and bias.</summary>
    public static Tensor Apply(
        Tensor input, Tensor kernel, Tensor bias, Padding padding, Activation activation, Backend backend, int strides = 1)
    {
        if (!backend.IsPortable)
        {
            return ActivationOperation.Apply(LibTorch(input, kernel, bias, padding, strides), activation, backend);
        }

        // The kernel applies relu while it writes; other activations read its output.
        var relu = activation == Activation.Relu;
        var shape = Shape(input.shape, kernel.shape, padding, strides);
        var output = new Conv2DOperation(shape, relu, input.requires_grad, backend.Workspace).Run(input, kernel, bias);
        return relu ? output : ActivationOperation.Apply(output, activation, backend);
    }

    protected override Tensor NewOutput() => TensorMemory.New(shape.Batch, shape.OutputHeight, shape.OutputWidth, shape.Filters);

    protected override void Compute(
        ReadOnlySpan<float> input, ReadOnlySpan<float> kernel, ReadOnlySpan<float> bias, Span<float> output) =>
        Conv2D.Forward(shape, input, kernel, bias, output, relu, workspace);

    protected override void Differentiate(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> kernel,
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient,
        Span<float> kernelGradient,
        Span<float> biasGradient) =>
        Conv2D.Backward(
            shape, input, kernel, output, outputGradient, inputGradient, kernelGradient, biasGradient, relu, workspace);

    private static Conv2DShape Shape(long[] input, long[] kernel, Padding padding, int strides) => new(
        (int)input[0],
        (int)input[1],
        (int)input[2],
        (int)input[3],
        (int)kernel[3],
        (int)kernel[0],
        (int)kernel[1],
        padding == Padding.Same) { Stride = strides };

    private static Tensor LibTorch(Tensor input, Tensor kernel, Tensor bias, Padding padding, int strides)
    {
        // libtorch wants channels first; a permuted view of NHWC memory is its channels-last format, so nothing is copied.
        var images = input.permute(0, 3, 1, 2);
        if (padding == Padding.Same)
        {
            var (rows, columns) = (Border(input.shape[1], kernel.shape[0], strides), Border(input.shape[2], kernel.shape[1], strides));
            images = nn.functional.pad(images, [columns / 2, columns - (columns / 2), rows / 2, rows - (rows / 2)]);
        }

        return nn.functional.conv2d(images, kernel.permute(3, 2, 0, 1), bias, strides: [strides, strides]).permute(0, 2, 3, 1);
    }

    // What the last window needs beyond the image.
    private static long Border(long size, long kernel, int strides) => Math.Max(0, ((size - 1) / strides * strides) + kernel - size);
}
