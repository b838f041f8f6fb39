using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Portability.Cases;

/// <summary>
/// The kernels beside dense and conv2d. Lengths are odd and above a block's, so that blocks, vectors and single values all occur.
/// </summary>
public static class KernelCases
{
    private const int Length = 20_011;

    private static readonly Workspace Workspace = new();

    private delegate void ForwardKernel(ReadOnlySpan<float> input, Span<float> output, Workspace workspace);

    private delegate void BackwardKernel(ReadOnlySpan<float> output, ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient, Workspace workspace);

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All { get; } =
    [
        new("kernel/max-pool2d", () => MaxPool(new(Batch: 3, 26, 26, Channels: 32, 2, 2), Inputs.Singles)),
        new("kernel/max-pool2d-with-leftovers", () => MaxPool(new(Batch: 5, 11, 10, Channels: 43, 2, 3), Inputs.Singles)),
        new("kernel/max-pool2d-with-ties", () => MaxPool(new(Batch: 5, 9, 9, Channels: 37, 3, 2), Ties)),
        new("kernel/max-pool2d-of-one-channel", () => MaxPool(new(Batch: 2, 9, 9, Channels: 1, 3, 2), Inputs.Singles)),
        new("kernel/max-pool2d-places-of-all-16-bits", () => MaxPool(new(Batch: 1, 200, 201, Channels: 33, 200, 201), Inputs.Singles)),
        new("kernel/average-pool2d", () => AveragePool(new(Batch: 3, 26, 26, Channels: 32, 2, 2))),
        new("kernel/average-pool2d-with-leftovers", () => AveragePool(new(Batch: 5, 11, 10, Channels: 43, 2, 3))),
        new("kernel/average-pool2d-of-one-channel", () => AveragePool(new(Batch: 2, 9, 9, Channels: 1, 3, 2))),
        new("kernel/average-pool2d-of-whole-images", () => AveragePool(new(Batch: 3, 13, 11, Channels: 43, 13, 11))),
        new("kernel/batch-norm", () => Normalise(new(Rows: 3 * 26 * 26, Channels: 32))),
        new("kernel/batch-norm-of-odd-channels", () => Normalise(new(Rows: 5 * 11 * 13, Channels: 43))),
        new("kernel/batch-norm-of-one-channel", () => Normalise(new(Rows: 77, Channels: 1))),
        new("kernel/sum", () => Bits.Of(Add())),
        new("kernel/relu", () => Activation(Elementwise.Forward<Relu>, Elementwise.Backward<Relu>)),
        new("kernel/sigmoid", () => Activation(Elementwise.Forward<Sigmoid>, Elementwise.Backward<Sigmoid>)),
        new("kernel/tanh", () => Activation(Elementwise.Forward<Tanh>, Elementwise.Backward<Tanh>)),
        new("kernel/dropout", () => Bits.Of([.. DropOut(0.5), .. DropOut(0.3), .. DropOut(0)])),
        new("kernel/softmax-cross-entropy", () => Softmax(batch: 64, classes: 10)),
        new("kernel/softmax-cross-entropy-of-smoothed-labels", () => Softmax(batch: 64, classes: 10, smoothing: 0.1)),
        new("kernel/softmax-cross-entropy-of-odd-classes", () => Softmax(batch: 7, classes: 59)),
        new("kernel/softmax-cross-entropy-of-many-classes", () => Softmax(batch: 3, classes: 301)),
        new("kernel/adam", () => Bits.Of(AdamSteps(7, kept: 1))),
        new("kernel/adam-with-weight-decay", () => Bits.Of(AdamSteps(7, kept: 0.999f))),
        new("kernel/sgd", () => Bits.Of(SgdSteps(7, isNesterov: false))),
        new("kernel/sgd-of-nesterov", () => Bits.Of(SgdSteps(7, isNesterov: true))),
        new("kernel/gradient-norm", () => Bits.Of([(float)GradientNorm.Squared(Inputs.Singles(Length, seed: 59), Workspace)])),
        new("kernel/learning-rate-schedules", () => Bits.Of([.. Enum.GetValues<ScheduleShape>()
            .SelectMany(shape => Enumerable.Range(0, 100).Select(step => (float)LearningRateSchedule.Share(shape, step, 100)))])),
        new("kernel/random-shift", () => Augmented((shape, input, output, stream) =>
            RandomShift.Forward(shape, input, output, most: 2, stream, Workspace))),
        new("kernel/random-flip", () => Augmented((shape, input, output, stream) =>
            RandomFlip.Apply(shape, input, output, stream, Workspace))),
        new("kernel/random-erase", () => Augmented((shape, input, output, stream) =>
            RandomErase.Apply(shape, input, output, most: 4, stream, Workspace))),
        new("kernel/adam-step-sizes", () =>
            Bits.Of([.. new long[] { 1, 2, 3, 10, 100, 1000, 30_000 }.Select(step => new AdamStepSizes(new(), step - 1).Next(0.001))])),
        new("kernel/pixel-gather", () => Bits.Of([.. Gather(784, 255), .. Gather(101, 255), .. Gather(101, 1)])),
    ];

    // Few different values, so that windows have several largest ones; with infinities and zeros of both signs.
    private static float[] Ties(int count, ulong seed)
    {
        float[] values = [float.NegativeInfinity, -1.5f, -0f, 0f, 0.25f, float.PositiveInfinity];
        return Array.ConvertAll(Inputs.Bytes(count, seed, highest: 5), i => values[i]);
    }

    private static byte[] MaxPool(Pool2DShape shape, Func<int, ulong, float[]> values)
    {
        var input = values(shape.InputLength, 31);
        var output = new float[shape.OutputLength];
        var places = new ushort[shape.OutputLength];
        MaxPool2D.Forward(shape, input, output, places, Workspace);

        var inputGradient = new float[shape.InputLength];
        MaxPool2D.Backward(shape, Inputs.Singles(output.Length, seed: 32), places, inputGradient, Workspace);
        return [.. Bits.Of([.. output, .. inputGradient]), .. Bits.Of(Array.ConvertAll(places, place => (uint)place))];
    }

    private static byte[] AveragePool(Pool2DShape shape)
    {
        var output = new float[shape.OutputLength];
        AveragePool2D.Forward(shape, Inputs.Singles(shape.InputLength, seed: 51), output, Workspace);
        var inputGradient = new float[shape.InputLength];
        AveragePool2D.Backward(shape, Inputs.Singles(output.Length, seed: 52), inputGradient, Workspace);
        return Bits.Of([.. output, .. inputGradient]);
    }

    private static byte[] Normalise(BatchNormShape shape)
    {
        const double Epsilon = 1e-3;
        var input = Inputs.Singles(shape.Length, seed: 53);
        var gamma = Inputs.Singles(shape.Channels, seed: 54);
        var running = Inputs.Singles(shape.Channels, seed: 55);
        var (means, variances) = (new double[shape.Channels], new double[shape.Channels]);
        BatchNorm.Moments(shape, input, means, variances, Workspace);
        BatchNorm.Track(running, variances, momentum: 0.99);
        var output = new float[shape.Length];
        BatchNorm.Forward(shape, input, means, variances, gamma, running, Epsilon, output, Workspace);

        var inputGradient = new float[shape.Length];
        var (gammaGradient, betaGradient) = (new float[shape.Channels], new float[shape.Channels]);
        BatchNorm.Backward(
            shape, input, means, variances, gamma, Epsilon, Inputs.Singles(shape.Length, seed: 56), inputGradient, gammaGradient,
            betaGradient, Workspace);
        float[] singles = [.. running, .. output, .. inputGradient, .. gammaGradient, .. betaGradient];
        return [.. Bits.Of([.. means, .. variances]), .. Bits.Of(singles)];
    }

    private static float[] Add()
    {
        var sums = new float[Length];
        Elementwise.Add(Inputs.Singles(Length, seed: 57), Inputs.Singles(Length, seed: 58), sums, Workspace);
        return sums;
    }

    private static byte[] Activation(ForwardKernel forward, BackwardKernel backward)
    {
        var input = Scaled(Inputs.Singles(Length, seed: 33), 20);
        var output = new float[Length];
        forward(input, output, Workspace);
        var inputGradient = new float[Length];
        backward(output, Inputs.Singles(Length, seed: 34), inputGradient, Workspace);
        return Bits.Of([.. output, .. inputGradient]);
    }

    private static float[] DropOut(double rate)
    {
        var stream = new RandomStream(35, RandomPurpose.Dropout, layer: 2, epoch: 3, step: 4);
        var output = new float[Length];
        Dropout.Forward(Inputs.Singles(Length, seed: 36), output, rate, stream, Workspace);
        var inputGradient = new float[Length];
        Dropout.Backward(Inputs.Singles(Length, seed: 37), inputGradient, rate, stream, Workspace);
        return [.. output, .. inputGradient];
    }

    private static byte[] Softmax(int batch, int classes, double smoothing = 0)
    {
        // Differences up to 160, so that some powers underflow.
        var logits = Scaled(Inputs.Singles(batch * classes, seed: 38), 80);
        var labels = Array.ConvertAll(Inputs.Bytes(batch, seed: 39), i => i % classes);
        var gradient = new float[logits.Length];
        SoftmaxCrossEntropy.Backward(logits, labels, 0.75f, gradient, smoothing);
        var probabilities = new float[logits.Length];
        SoftmaxCrossEntropy.Probabilities(logits, classes, probabilities);
        var loss = SoftmaxCrossEntropy.Forward(logits, labels, smoothing);
        return Bits.Of([loss, SoftmaxCrossEntropy.CountCorrect(logits, labels), .. gradient, .. probabilities]);
    }

    private static byte[] Augmented(Action<ImageBatchShape, float[], float[], RandomStream> augment)
    {
        var shape = new ImageBatchShape(9, 7, 5, 3);
        var output = new float[9 * 7 * 5 * 3];
        augment(shape, Inputs.Singles(output.Length, seed: 50), output, new RandomStream(1, RandomPurpose.Augmentation));
        return Bits.Of(output);
    }

    private static float[] AdamSteps(int steps, float kept)
    {
        var options = new AdamOptions();
        var weights = Inputs.Singles(Length, seed: 40);
        var first = new float[Length];
        var second = new float[Length];
        for (var step = 1; step <= steps; step++)
        {
            var gradient = Scaled(Inputs.Singles(Length, seed: 40 + (ulong)step), 1f / (step * step));
            Adam.Update(weights, gradient, first, second, options, new AdamStepSizes(options, step - 1).Next(0.001), kept, Workspace);
        }

        return [.. weights, .. first, .. second];
    }

    private static float[] SgdSteps(int steps, bool isNesterov)
    {
        var options = new SgdOptions { Momentum = 0.9, IsNesterov = isNesterov };
        var weights = Inputs.Singles(Length, seed: 40);
        var velocity = new float[Length];
        for (var step = 1ul; step <= (ulong)steps; step++)
        {
            Sgd.Update(weights, Inputs.Singles(Length, seed: 40 + step), velocity, options, 0.05f, 0.999f, Workspace);
        }

        return [.. weights, .. velocity];
    }

    private static float[] Gather(int imageSize, float divisor)
    {
        const int Images = 50;
        int[] indices = [.. Enumerable.Range(0, Images).Select(i => i * 7 % Images), 3, 3, Images - 1];
        var output = new float[indices.Length * imageSize];
        PixelGather.Gather(Inputs.Bytes(Images * imageSize, seed: 50), imageSize, indices, divisor, output, Workspace);
        return output;
    }

    private static float[] Scaled(float[] values, float scale) => Array.ConvertAll(values, value => value * scale);
}
