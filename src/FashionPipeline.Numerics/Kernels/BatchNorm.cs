using System.Numerics;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// Batch normalisation, y = (x - mean) · gamma / sqrt(variance + epsilon) + beta for each channel, and its gradients. Source: Ioffe and
/// Szegedy, Batch Normalization (2015), algorithm 1.
/// </summary>
/// <remarks>
/// All sums over rows are those of <see cref="ChannelSums"/>, in double. What each channel's values meet (the mean, the factor) is computed
/// in double and rounded to float32 once; each value is then computed for itself, every operation rounded.
/// </remarks>
public static unsafe class BatchNorm
{
    /// <summary>
    /// Writes the mean of each channel, and then its variance: the mean of the squared deviations, whose sum is divided by the number of
    /// rows.
    /// </summary>
    /// <param name="shape">The sizes.</param>
    /// <param name="input">[rows, channels].</param>
    /// <param name="means">[channels], written.</param>
    /// <param name="variances">[channels], written.</param>
    /// <param name="workspace">Cores and memory.</param>
    /// <exception cref="ArgumentException">A length does not fit the shape, or there is no row.</exception>
    public static void Moments(
        BatchNormShape shape, ReadOnlySpan<float> input, Span<double> means, Span<double> variances, Workspace workspace)
    {
        Require(shape, input.Length, means.Length, variances.Length);
        fixed (float* x = input)
        fixed (double* mean = means, variance = variances)
        {
            ChannelSums.Add<ValueTerm>(shape, x, mean, x, mean, workspace);
            Divide(means, shape.Rows);
            ChannelSums.Add<SquareTerm>(shape, x, mean, x, variance, workspace);
            Divide(variances, shape.Rows);
        }
    }

    /// <summary>
    /// Moves running means or variances towards those of a batch: running · momentum + batch · (1 - momentum), in double, rounded once.
    /// </summary>
    /// <param name="running">[channels], written.</param>
    /// <param name="batch">[channels].</param>
    /// <param name="momentum">What stays of the running ones, 0 to 1.</param>
    public static void Track(Span<float> running, ReadOnlySpan<double> batch, double momentum)
    {
        Lengths.Require(batch.Length, running.Length);
        for (var channel = 0; channel < running.Length; channel++)
        {
            running[channel] = (float)((running[channel] * momentum) + (batch[channel] * (1 - momentum)));
        }
    }

    /// <summary>Writes the normalised values.</summary>
    /// <param name="shape">The sizes.</param>
    /// <param name="input">[rows, channels].</param>
    /// <param name="means">[channels]: those of the batch, or running ones.</param>
    /// <param name="variances">[channels].</param>
    /// <param name="gamma">[channels].</param>
    /// <param name="beta">[channels].</param>
    /// <param name="epsilon">Added to the variance, more than 0.</param>
    /// <param name="output">[rows, channels], written.</param>
    /// <param name="workspace">Cores and memory.</param>
    /// <exception cref="ArgumentException">A length does not fit the shape, or there is no row.</exception>
    public static void Forward(
        BatchNormShape shape,
        ReadOnlySpan<float> input,
        ReadOnlySpan<double> means,
        ReadOnlySpan<double> variances,
        ReadOnlySpan<float> gamma,
        ReadOnlySpan<float> beta,
        double epsilon,
        Span<float> output,
        Workspace workspace)
    {
        Require(shape, input.Length, means.Length, variances.Length);
        Lengths.Require(gamma.Length, shape.Channels);
        Lengths.Require(beta.Length, shape.Channels);
        Lengths.Require(output.Length, shape.Length);
        var constants = workspace.Floats(Scratch.Channels, checked(2 * shape.Channels));
        for (var channel = 0; channel < shape.Channels; channel++)
        {
            constants[channel] = (float)means[channel];
            constants[shape.Channels + channel] = (float)(gamma[channel] / Math.Sqrt(variances[channel] + epsilon));
        }

        fixed (float* x = input, y = output, shift = beta)
        {
            var work = new ForwardWork(shape, x, constants, constants + shape.Channels, shift, y);
            workspace.Cores.Run(shape.Partials, work);
        }
    }

    /// <summary>Computes the gradients of a loss, where means and variances are those of the batch.</summary>
    /// <param name="shape">The sizes.</param>
    /// <param name="input">[rows, channels], as it went in.</param>
    /// <param name="means">What <see cref="Moments"/> wrote.</param>
    /// <param name="variances">What <see cref="Moments"/> wrote.</param>
    /// <param name="gamma">[channels].</param>
    /// <param name="epsilon">Added to the variance, more than 0.</param>
    /// <param name="outputGradient">Gradient of the output: [rows, channels].</param>
    /// <param name="inputGradient">Gradient of the input, written: [rows, channels]; empty where nobody needs it.</param>
    /// <param name="gammaGradient">Gradient of gamma, written: [channels].</param>
    /// <param name="betaGradient">Gradient of beta, written: [channels].</param>
    /// <param name="workspace">Cores and memory.</param>
    /// <exception cref="ArgumentException">A length does not fit the shape, or there is no row.</exception>
    public static void Backward(
        BatchNormShape shape,
        ReadOnlySpan<float> input,
        ReadOnlySpan<double> means,
        ReadOnlySpan<double> variances,
        ReadOnlySpan<float> gamma,
        double epsilon,
        ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient,
        Span<float> gammaGradient,
        Span<float> betaGradient,
        Workspace workspace)
    {
        Require(shape, input.Length, means.Length, variances.Length);
        Lengths.Require(gamma.Length, shape.Channels);
        Lengths.Require(outputGradient.Length, shape.Length);
        Lengths.Require(inputGradient.Length, inputGradient.IsEmpty ? 0 : shape.Length);
        Lengths.Require(gammaGradient.Length, shape.Channels);
        Lengths.Require(betaGradient.Length, shape.Channels);
        var sums = (double*)workspace.Floats(Scratch.ChannelSums, checked(2 * shape.Channels * (sizeof(double) / sizeof(float))));
        var slopes = sums + shape.Channels;
        var constants = workspace.Floats(Scratch.Channels, checked(4 * shape.Channels));
        fixed (float* x = input, dy = outputGradient, dx = inputGradient)
        fixed (double* mean = means)
        {
            ChannelSums.Add<GradientTerm>(shape, x, mean, dy, sums, workspace);
            ChannelSums.Add<SlopeTerm>(shape, x, mean, dy, slopes, workspace);
            for (var channel = 0; channel < shape.Channels; channel++)
            {
                var inverse = 1 / Math.Sqrt(variances[channel] + epsilon);
                betaGradient[channel] = (float)sums[channel];
                gammaGradient[channel] = (float)(slopes[channel] * inverse);
                constants[channel] = (float)mean[channel];
                constants[shape.Channels + channel] = (float)(sums[channel] / shape.Rows);
                constants[(2 * shape.Channels) + channel] = (float)(slopes[channel] / shape.Rows * inverse * inverse);
                constants[(3 * shape.Channels) + channel] = (float)(gamma[channel] * inverse);
            }

            if (!inputGradient.IsEmpty)
            {
                workspace.Cores.Run(shape.Partials, new BackwardWork(shape, x, dy, constants, dx));
            }
        }
    }

    private static void Divide(Span<double> sums, int rows)
    {
        foreach (ref var sum in sums)
        {
            sum /= rows;
        }
    }

    private static void Require(BatchNormShape shape, int input, int means, int variances)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shape.Rows, 1, nameof(shape));
        Lengths.Require(input, shape.Length);
        Lengths.Require(means, shape.Channels);
        Lengths.Require(variances, shape.Channels);
    }

    /// <summary>The outputs of a part of the rows.</summary>
    private readonly struct ForwardWork(BatchNormShape shape, float* input, float* means, float* factors, float* beta, float* output)
        : IWork
    {
        public void Compute(int item, int worker)
        {
            var (first, end) = shape.RowsOf(item);
            for (var row = first; row < end; row++)
            {
                var from = input + ((nint)row * shape.Channels);
                var to = output + ((nint)row * shape.Channels);
                var channel = 0;
                for (; channel <= shape.Channels - Vector<float>.Count; channel += Vector<float>.Count)
                {
                    var deviation = Vector.Load(from + channel) - Vector.Load(means + channel);
                    ((deviation * Vector.Load(factors + channel)) + Vector.Load(beta + channel)).Store(to + channel);
                }

                for (; channel < shape.Channels; channel++)
                {
                    to[channel] = ((from[channel] - means[channel]) * factors[channel]) + beta[channel];
                }
            }
        }
    }

    /// <summary>The gradients of a part of the rows: factor · ((dy - mean of dy) - (x - mean) · slope).</summary>
    private readonly struct BackwardWork(BatchNormShape shape, float* input, float* outputGradient, float* constants, float* inputGradient)
        : IWork
    {
        public void Compute(int item, int worker)
        {
            var channels = shape.Channels;
            float* means = constants, offsets = means + channels, slopes = offsets + channels, factors = slopes + channels;
            var (first, end) = shape.RowsOf(item);
            for (var row = first; row < end; row++)
            {
                var place = (nint)row * channels;
                float* x = input + place, dy = outputGradient + place, dx = inputGradient + place;
                var channel = 0;
                for (; channel <= channels - Vector<float>.Count; channel += Vector<float>.Count)
                {
                    var deviation = Vector.Load(x + channel) - Vector.Load(means + channel);
                    var gradient = Vector.Load(dy + channel) - Vector.Load(offsets + channel);
                    ((gradient - (deviation * Vector.Load(slopes + channel))) * Vector.Load(factors + channel)).Store(dx + channel);
                }

                for (; channel < channels; channel++)
                {
                    var deviation = x[channel] - means[channel];
                    dx[channel] = (dy[channel] - offsets[channel] - (deviation * slopes[channel])) * factors[channel];
                }
            }
        }
    }
}
