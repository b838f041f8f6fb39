using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>activation(input * kernel + bias), stride 1: [batch, height, width, channels] by [rows, columns, channels, filters].</summary>
internal static class Conv2DOperation
{
    /// <summary>Applies it; can be differentiated by input, kernel and bias.</summary>
    public static Tensor Apply(Tensor input, Tensor kernel, Tensor bias, Padding padding, Activation activation, Backend backend) =>
        backend.IsPortable
            ? Portable(input, kernel, bias, padding, activation, backend)
            : ActivationOperation.Apply(LibTorch(input, kernel, bias, padding), activation, backend);

    // The kernel applies relu while it writes; other activations read its output.
    private static Tensor Portable(Tensor input, Tensor kernel, Tensor bias, Padding padding, Activation activation, Backend backend)
    {
        var relu = activation == Activation.Relu;
        var output = Conv2DFunction.Apply(input, kernel, bias, padding == Padding.Same, relu, backend.Workspace);
        return relu ? output : ActivationOperation.Apply(output, activation, backend);
    }

    private static Tensor LibTorch(Tensor input, Tensor kernel, Tensor bias, Padding padding)
    {
        // libtorch wants channels first; a permuted view of NHWC memory is its channels-last format, so nothing is copied.
        var images = input.permute(0, 3, 1, 2);
        if (padding == Padding.Same)
        {
            var (rows, columns) = (kernel.shape[0] - 1, kernel.shape[1] - 1);
            images = nn.functional.pad(images, [columns / 2, columns - (columns / 2), rows / 2, rows - (rows / 2)]);
        }

        return nn.functional.conv2d(images, kernel.permute(3, 2, 0, 1), bias).permute(0, 2, 3, 1);
    }
}
