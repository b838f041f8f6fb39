using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Numerics.Random;
using FashionPipeline.Training.Networks;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Functions;

/// <summary>Stock operations. The order of their sums depends on the processor and on the number of threads.</summary>
internal sealed class LibTorchOperations : Operations
{
    private readonly Workspace workspace;

    /// <summary>Sets libtorch's number of threads, which is one for the whole process.</summary>
    public LibTorchOperations(int threads, Workspace workspace)
    {
        this.workspace = workspace;
        set_num_threads(threads);
    }

    public override Tensor Dense(Tensor input, Tensor kernel, Tensor bias, Activation activation) =>
        Activate(addmm(bias, input, kernel, 1, 1), activation);

    public override Tensor Conv2D(Tensor input, Tensor kernel, Tensor bias, Networks.Padding padding, Activation activation)
    {
        // libtorch wants channels first; a permuted view of NHWC memory is its channels-last format, so nothing is copied.
        var images = input.permute(0, 3, 1, 2);
        if (padding == Networks.Padding.Same)
        {
            var (rows, columns) = (kernel.shape[0] - 1, kernel.shape[1] - 1);
            images = nn.functional.pad(images, [columns / 2, columns - (columns / 2), rows / 2, rows - (rows / 2)]);
        }

        var output = nn.functional.conv2d(images, kernel.permute(3, 2, 0, 1), bias);
        return Activate(output.permute(0, 2, 3, 1), activation);
    }

    public override Tensor MaxPool2D(Tensor input, int poolHeight, int poolWidth)
    {
        var window = new long[] { poolHeight, poolWidth };
        return nn.functional.max_pool2d(input.permute(0, 3, 1, 2), window, window).permute(0, 2, 3, 1);
    }

    public override Tensor AveragePool2D(Tensor input, int poolHeight, int poolWidth)
    {
        var window = new long[] { poolHeight, poolWidth };
        return nn.functional.avg_pool2d(input.permute(0, 3, 1, 2), window, window).permute(0, 2, 3, 1);
    }

    public override Tensor Dropout(Tensor input, double rate, RandomStream stream)
    {
        // The same numbers choose as under portable numerics.
        var mask = ones(input.shape, ScalarType.Float32);
        FashionPipeline.Numerics.Kernels.Dropout.Forward(TensorMemory.Of(mask), TensorMemory.Of(mask), rate, stream, workspace);
        return input * mask;
    }

    public override Tensor Activate(Tensor input, Activation activation) => activation switch
    {
        Networks.Activation.Linear or Activation.Softmax => input,
        Activation.Relu => input.relu(),
        Activation.Sigmoid => input.sigmoid(),
        Activation.Tanh => input.tanh(),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Unknown activation."),
    };

    public override Tensor SoftmaxCrossEntropy(Tensor logits, int[] labels) =>
        nn.functional.cross_entropy(logits, tensor(labels, ScalarType.Int64));

    public override void Probabilities(Tensor logits, Span<float> probabilities) =>
        TensorMemory.Of(nn.functional.softmax(logits, 1)).CopyTo(probabilities);
}
