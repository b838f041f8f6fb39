using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>
/// Batch normalisation of the last axis: [batch, features] or [batch, height, width, channels]. Gamma stands for the kernel, beta for the
/// bias.
/// </summary>
/// <param name="size">The sizes of the input, and of the output.</param>
/// <param name="means">The means of the batch.</param>
/// <param name="variances">Its variances.</param>
/// <param name="epsilon">Added to the variances.</param>
/// <param name="needsInputGradient">False where nobody asks for the gradient of the input.</param>
/// <param name="workspace">Cores and memory.</param>
internal sealed class BatchNormOperation(
    long[] size, double[] means, double[] variances, double epsilon, bool needsInputGradient, Workspace workspace)
    : WeightedOperation(needsInputGradient)
{
    private readonly BatchNormShape shape = Shape(size);

    /// <summary>Normalises by running means and variances; is not differentiated.</summary>
    public static Tensor Apply(
        Tensor input, Tensor movingMean, Tensor movingVariance, Tensor gamma, Tensor beta, double epsilon, Backend backend)
    {
        if (!backend.IsPortable)
        {
            return LibTorch(input, movingMean, movingVariance, gamma, beta, epsilon);
        }

        var output = TensorMemory.New(input.shape);
        BatchNorm.Forward(
            Shape(input.shape),
            TensorMemory.Of(input),
            Doubles(movingMean),
            Doubles(movingVariance),
            TensorMemory.Of(gamma),
            TensorMemory.Of(beta),
            epsilon,
            TensorMemory.Of(output),
            backend.Workspace);
        return output;
    }

    /// <summary>
    /// Normalises by the batch's own means and variances, and moves the running ones towards them; can be differentiated by input, gamma
    /// and beta.
    /// </summary>
    public static Tensor Train(
        Tensor input,
        Tensor movingMean,
        Tensor movingVariance,
        Tensor gamma,
        Tensor beta,
        double momentum,
        double epsilon,
        Backend backend)
    {
        if (!backend.IsPortable)
        {
            long[] rows = [.. Enumerable.Range(0, input.shape.Length - 1)];
            var (mean, variance) = (input.mean(rows), input.var(rows, unbiased: false));
            Track(movingMean, mean, momentum);
            Track(movingVariance, variance, momentum);
            return LibTorch(input, mean, variance, gamma, beta, epsilon);
        }

        var shape = Shape(input.shape);
        var (means, variances) = (new double[shape.Channels], new double[shape.Channels]);
        BatchNorm.Moments(shape, TensorMemory.Of(input), means, variances, backend.Workspace);
        BatchNorm.Track(TensorMemory.Of(movingMean), means, momentum);
        BatchNorm.Track(TensorMemory.Of(movingVariance), variances, momentum);
        return new BatchNormOperation(input.shape, means, variances, epsilon, input.requires_grad, backend.Workspace)
            .Run(input, gamma, beta);
    }

    protected override Tensor NewOutput() => TensorMemory.New(size);

    protected override void Compute(
        ReadOnlySpan<float> input, ReadOnlySpan<float> kernel, ReadOnlySpan<float> bias, Span<float> output) =>
        BatchNorm.Forward(shape, input, means, variances, kernel, bias, epsilon, output, workspace);

    protected override void Differentiate(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> kernel,
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient,
        Span<float> kernelGradient,
        Span<float> biasGradient) =>
        BatchNorm.Backward(
            shape,
            input,
            means,
            variances,
            kernel,
            epsilon,
            outputGradient,
            inputGradient,
            kernelGradient,
            biasGradient,
            workspace);

    private static BatchNormShape Shape(long[] size) =>
        new(checked((int)size[..^1].Aggregate(1L, (product, side) => product * side)), (int)size[^1]);

    private static double[] Doubles(Tensor values) => [.. TensorMemory.Of(values).ToArray().Select(value => (double)value)];

    private static void Track(Tensor running, Tensor batch, double momentum)
    {
        using var off = no_grad();
        running.mul_(momentum).add_(batch * (1 - momentum));
    }

    private static Tensor LibTorch(Tensor input, Tensor mean, Tensor variance, Tensor gamma, Tensor beta, double epsilon) =>
        ((input - mean) * (variance + epsilon).rsqrt() * gamma) + beta;
}
