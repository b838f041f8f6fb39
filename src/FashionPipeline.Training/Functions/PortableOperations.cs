using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Numerics.Random;
using FashionPipeline.Training.Networks;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Functions;

/// <summary>Our own kernels as differentiable functions. What is left to libtorch (views of tensors) computes nothing.</summary>
internal sealed class PortableOperations : Operations
{
    private readonly Workspace workspace;

    /// <summary>Takes libtorch's threads away, for the whole process: idle ones would spin on the cores that the kernels need.</summary>
    public PortableOperations(Workspace workspace)
    {
        this.workspace = workspace;
        set_num_threads(1);
    }

    public override Tensor Dense(Tensor input, Tensor kernel, Tensor bias, Activation activation) =>
        Behind(DenseFunction.Apply(input, kernel, bias, activation == Activation.Relu, workspace), activation);

    public override Tensor Conv2D(Tensor input, Tensor kernel, Tensor bias, Padding padding, Activation activation) =>
        Behind(Conv2DFunction.Apply(input, kernel, bias, padding == Padding.Same, activation == Activation.Relu, workspace), activation);

    public override Tensor MaxPool2D(Tensor input, int poolHeight, int poolWidth) => MaxPool2DFunction.Apply(input, poolHeight, poolWidth, workspace);

    public override Tensor AveragePool2D(Tensor input, int poolHeight, int poolWidth) =>
        throw new NotSupportedException("There is no portable kernel for average_pool2d.");

    public override Tensor Dropout(Tensor input, double rate, RandomStream stream) => DropoutFunction.Apply(input, rate, stream, workspace);

    public override Tensor Activate(Tensor input, Activation activation) => activation switch
    {
        Activation.Linear or Activation.Softmax => input,
        _ => ActivationFunction.Apply(input, activation, workspace),
    };

    public override Tensor SoftmaxCrossEntropy(Tensor logits, int[] labels) => SoftmaxCrossEntropyFunction.Apply(logits, labels);

    public override void Probabilities(Tensor logits, Span<float> probabilities) =>
        FashionPipeline.Numerics.Kernels.SoftmaxCrossEntropy.Probabilities(TensorMemory.Of(logits), (int)logits.shape[1], probabilities);

    // Dense and conv2d apply relu while they write; the others read their output.
    private Tensor Behind(Tensor output, Activation activation) => activation == Activation.Relu ? output : Activate(output, activation);
}
