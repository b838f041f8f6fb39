using FashionPipeline.Tests.Numerics.Kernels;
using FashionPipeline.Tests.Training.Functions;
using FashionPipeline.Training.Functions;
using FashionPipeline.Training.Layers;
using static TorchSharp.torch;

namespace FashionPipeline.Tests.Training.Layers;

/// <summary>
/// Batch normalisation by our own kernels and by libtorch, two independent implementations of one formula, and against differences of the
/// formula in double.
/// </summary>
public class BatchNormOperationTests
{
    private const double Epsilon = 1e-3;

    public static TheoryData<long[]> Sizes { get; } = new(new long[][] { [2, 1], [64, 33], [3, 7, 9, 5], [2, 26, 26, 32], [1, 5, 4, 17] });

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Should_agree_on_features_and_on_images(long[] size) =>
        Agreement.Require(Train, Input.Random(1, size), Input.Random(2, size[^1]), Input.Random(3, size[^1]));

    [Fact]
    public void Should_compute_no_gradient_of_an_input_that_needs_none() => Agreement.Require(
        Train, Input.Random(1, 9, 5) with { NeedsGradient = false }, Input.Random(2, 5), Input.Random(3, 5));

    [Theory]
    [MemberData(nameof(FiniteDifferences.Seeds), MemberType = typeof(FiniteDifferences))]
    public void Should_differentiate_batch_norm(ulong seed)
    {
        int Draw(int index, int least, int most) => Numbers.Whole(seed, index, least, most);
        var channels = Draw(0, 1, 19);
        long[] size = seed % 2 == 0 ? [Draw(1, 4, 70), channels] : [Draw(1, 1, 3), Draw(2, 2, 6), Draw(3, 2, 6), channels];

        FiniteDifferences.Require(
            Train,
            x => ByDefinition.BatchNorm(x[0], x[1], x[2], Epsilon),
            Input.Random(seed, size),
            Input.Random(seed + 100, channels),
            Input.Random(seed + 200, channels));
    }

    [Fact]
    public void Should_move_means_and_variances_in_training_and_normalise_by_them_outside_of_it()
    {
        var running = new[] { Agreement.Portable, Agreement.LibTorch }.Select(backend =>
        {
            var moved = new List<float>();
            var output = Functions.Evaluation.Of(
                backend,
                (arithmetic, t) =>
                {
                    var (mean, variance) = (zeros(5), ones(5));
                    BatchNormOperation.Train(t[0], mean, variance, t[1], t[2], 0.75, Epsilon, arithmetic);
                    moved.AddRange([.. TensorMemory.Of(mean), .. TensorMemory.Of(variance)]);
                    using var off = no_grad();
                    return BatchNormOperation.Apply(t[0], mean, variance, t[1], t[2], Epsilon, arithmetic);
                },
                Input.Random(1, 9, 5),
                Input.Random(2, 5),
                Input.Random(3, 5)).Output;
            return (Moved: moved.ToArray(), Output: output);
        }).ToList();

        Agreement.RequireClose(running[1].Moved, running[0].Moved, Agreement.OutputTolerance, "running mean or variance");
        Agreement.RequireClose(running[1].Output, running[0].Output, Agreement.OutputTolerance, "output");
        var mean = Input.Random(1, 9, 5).Values.Where((_, i) => i % 5 == 0).Average(value => (double)value);
        Assert.Equal(0.25 * mean, running[0].Moved[0], tolerance: 1e-7);
    }

    private static Tensor Train(Backend backend, Tensor[] t)
    {
        var channels = t[1].shape[0];
        return BatchNormOperation.Train(t[0], zeros(channels), ones(channels), t[1], t[2], 0.99, Epsilon, backend);
    }
}
