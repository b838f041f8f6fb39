using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Tests.Numerics.Kernels;

public class BatchNormTests
{
    private const double Epsilon = 1e-3;

    // Fewer rows than a part has, several parts of unequal length, and as many parts as there can be.
    [Fact]
    public void Should_agree_with_the_definition_bit_for_bit_for_any_shape()
    {
        for (var seed = 1UL; seed <= 40; seed++)
        {
            int[] channels = [1, 3, 8, 16, 17, 32, 33, 63], rows = [1, 2, 65, 63, 129, 500, 2500];
            var shape = new BatchNormShape(rows[seed % 7] + Numbers.Whole(seed, 0, 0, 9), channels[seed % 8]);
            var input = Array.ConvertAll(Numbers.Random(shape.Length, seed), value => value + 0.75f);
            var (gamma, beta) = (Numbers.Random(shape.Channels, seed + 100), Numbers.Random(shape.Channels, seed + 200));
            var outputGradient = Numbers.Random(shape.Length, seed + 300);
            var expected = ByDefinition(shape, input, gamma, beta, outputGradient);

            foreach (var cores in new[] { 1, 4 })
            {
                var found = ByKernel(shape, input, gamma, beta, outputGradient, new Workspace(cores));
                Assert.Equal(expected.Means, found.Means);
                Assert.Equal(expected.Variances, found.Variances);
                Numbers.AssertSameBits(expected.Output, found.Output);
                Numbers.AssertSameBits(expected.InputGradient, found.InputGradient);
                Numbers.AssertSameBits(expected.GammaGradient, found.GammaGradient);
                Numbers.AssertSameBits(expected.BetaGradient, found.BetaGradient);
            }
        }
    }

    [Fact]
    public void Should_normalise_what_was_worked_out_by_hand()
    {
        // Channel 0: mean 2, variance 1. Channel 1 is constant.
        float[] input = [1, 5, 3, 5];
        var (means, variances, output) = (new double[2], new double[2], new float[4]);

        BatchNorm.Moments(new(2, 2), input, means, variances, new Workspace(1));
        BatchNorm.Forward(new(2, 2), input, means, variances, [3, 7], [0.5f, -1], epsilon: 1.25, output, new Workspace(1));

        Assert.Equal([2.0, 5], means);
        Assert.Equal([1.0, 0], variances);
        Assert.Equal([-1.5f, -1, 2.5f, -1], output);
    }

    // Sums of float32 would have no digit of the variance left.
    [Fact]
    public void Should_find_a_small_variance_around_a_large_mean()
    {
        var input = Array.ConvertAll(Numbers.Random(5000, 1), value => 1000 + value);
        var (means, variances) = (new double[1], new double[1]);

        BatchNorm.Moments(new(5000, 1), input, means, variances, new Workspace(1));

        var mean = input.Average(value => (double)value);
        Assert.Equal(mean, means[0], tolerance: 1e-9);
        Assert.Equal(input.Average(value => (value - mean) * (value - mean)), variances[0], tolerance: 1e-9);
    }

    [Fact]
    public void Should_move_what_runs_by_its_momentum()
    {
        float[] running = [0, 1];

        BatchNorm.Track(running, [8, 3], momentum: 0.75);

        Assert.Equal([2, 1.5f], running);
    }

    [Fact]
    public void Should_sum_at_least_64_rows_in_a_part_and_at_most_32_parts() =>
        Assert.Equal([1, 1, 2, 32], new[] { 1, 127, 128, 1 << 20 }.Select(rows => new BatchNormShape(rows, 1).Partials));

    [Fact]
    public void Should_refuse_a_batch_without_rows_and_spans_that_do_not_fit()
    {
        var workspace = new Workspace(1);

        Assert.Throws<ArgumentOutOfRangeException>(() => BatchNorm.Moments(new(0, 2), [], new double[2], new double[2], workspace));
        Assert.Throws<ArgumentException>(() => BatchNorm.Moments(new(2, 2), new float[3], new double[2], new double[2], workspace));
        Assert.Throws<ArgumentException>(() => BatchNorm.Forward(
            new(1, 2), new float[2], new double[2], new double[2], new float[1], new float[2], Epsilon, new float[2], workspace));
        Assert.Throws<ArgumentException>(() => BatchNorm.Backward(
            new(1, 2), new float[2], new double[2], new double[2], new float[2], Epsilon, new float[2], new float[1], new float[2],
            new float[2], workspace));
        Assert.Throws<ArgumentException>(() => BatchNorm.Track(new float[2], new double[1], 0.5));
    }

    private static Results ByKernel(
        BatchNormShape shape, float[] input, float[] gamma, float[] beta, float[] outputGradient, Workspace workspace)
    {
        var results = new Results(shape);
        BatchNorm.Moments(shape, input, results.Means, results.Variances, workspace);
        BatchNorm.Forward(shape, input, results.Means, results.Variances, gamma, beta, Epsilon, results.Output, workspace);
        BatchNorm.Backward(shape, input, results.Means, results.Variances, gamma, Epsilon, outputGradient, results.InputGradient,
            results.GammaGradient, results.BetaGradient, workspace);
        return results;
    }

    private static Results ByDefinition(BatchNormShape shape, float[] input, float[] gamma, float[] beta, float[] outputGradient)
    {
        var results = new Results(shape);
        for (var channel = 0; channel < shape.Channels; channel++)
        {
            var mean = Sum(shape, row => input[(row * shape.Channels) + channel]) / shape.Rows;
            var variance = Sum(shape, row => Squared(input[(row * shape.Channels) + channel] - mean)) / shape.Rows;
            var gradient = Sum(shape, row => outputGradient[(row * shape.Channels) + channel]);
            var slope = Sum(shape, row =>
                outputGradient[(row * shape.Channels) + channel] * (input[(row * shape.Channels) + channel] - mean));
            var inverse = 1 / Math.Sqrt(variance + Epsilon);
            (results.Means[channel], results.Variances[channel]) = (mean, variance);
            (results.GammaGradient[channel], results.BetaGradient[channel]) = ((float)(slope * inverse), (float)gradient);

            var factor = (float)(gamma[channel] / Math.Sqrt(variance + Epsilon));
            var (offset, tilt) = ((float)(gradient / shape.Rows), (float)(slope / shape.Rows * inverse * inverse));
            for (var i = channel; i < input.Length; i += shape.Channels)
            {
                var deviation = input[i] - (float)mean;
                results.Output[i] = (deviation * factor) + beta[channel];
                results.InputGradient[i] = (outputGradient[i] - offset - (deviation * tilt)) * (float)(gamma[channel] * inverse);
            }
        }

        return results;
    }

    private static double Sum(BatchNormShape shape, Func<int, double> term)
    {
        var sum = 0.0;
        for (var part = 0; part < shape.Partials; part++)
        {
            var partial = 0.0;
            for (var row = part * shape.Rows / shape.Partials; row < (part + 1) * shape.Rows / shape.Partials; row++)
            {
                partial += term(row);
            }

            sum = part == 0 ? partial : sum + partial;
        }

        return sum;
    }

    private static double Squared(double value) => value * value;

    private sealed class Results(BatchNormShape shape)
    {
        public double[] Means { get; } = new double[shape.Channels];

        public double[] Variances { get; } = new double[shape.Channels];

        public float[] Output { get; } = new float[shape.Length];

        public float[] InputGradient { get; } = new float[shape.Length];

        public float[] GammaGradient { get; } = new float[shape.Channels];

        public float[] BetaGradient { get; } = new float[shape.Channels];
    }
}
