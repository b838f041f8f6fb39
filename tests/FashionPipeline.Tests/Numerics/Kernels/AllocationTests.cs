using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Tests.Numerics.Kernels;

/// <summary>A workspace keeps what a kernel needs: a step of a training allocates nothing.</summary>
public class AllocationTests
{
    private const int Steps = 20;
    private const int Rounds = 5;

    private static readonly DenseShape DenseSizes = new(32, 70, 33);
    private static readonly Conv2DShape ConvolutionSizes = new(16, 9, 10, 3, 18, 3, 3, true);
    private static readonly Pool2DShape PoolSizes = new(8, 9, 10, 19, 2, 2);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Should_allocate_nothing_for_dense(int cores)
    {
        var workspace = new Workspace(cores);
        var (x, w, b, y) = (Numbers.Random(32 * 70, 1), Numbers.Random(70 * 33, 2), Numbers.Random(33, 3), new float[32 * 33]);
        var (dx, dw, db) = (new float[x.Length], new float[w.Length], new float[b.Length]);
        RequireNoAllocation(() =>
        {
            Dense.Forward(DenseSizes, x, w, b, y, relu: true, workspace);
            Dense.Backward(DenseSizes, x, w, y, y, dx, dw, db, relu: true, workspace);
        });
    }

    // By the definition, and by Winograd's algorithm.
    [Theory]
    [InlineData(1, 3, 18)]
    [InlineData(3, 3, 18)]
    [InlineData(1, 16, 16)]
    [InlineData(3, 16, 16)]
    public void Should_allocate_nothing_for_conv2d(int cores, int channels, int filters)
    {
        var workspace = new Workspace(cores);
        var sizes = ConvolutionSizes with { Channels = channels, Filters = filters };
        var (x, w, b, y) = (
            Numbers.Random(16 * 9 * 10 * channels, 1), Numbers.Random(9 * channels * filters, 2), Numbers.Random(filters, 3),
            new float[16 * 9 * 10 * filters]);
        var (dx, dw, db) = (new float[x.Length], new float[w.Length], new float[b.Length]);
        RequireNoAllocation(() =>
        {
            Conv2D.Forward(sizes, x, w, b, y, relu: true, workspace);
            Conv2D.Backward(sizes, x, w, y, y, dx, dw, db, relu: true, workspace);
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Should_allocate_nothing_for_batch_norm(int cores)
    {
        var workspace = new Workspace(cores);
        var shape = new BatchNormShape(300, 19);
        var (x, y, dx) = (Numbers.Random(300 * 19, 1), new float[300 * 19], new float[300 * 19]);
        var (gamma, beta, dgamma, dbeta) = (Numbers.Random(19, 2), Numbers.Random(19, 3), new float[19], new float[19]);
        var (means, variances) = (new double[19], new double[19]);
        RequireNoAllocation(() =>
        {
            BatchNorm.Moments(shape, x, means, variances, workspace);
            BatchNorm.Track(beta, means, 0.99);
            BatchNorm.Forward(shape, x, means, variances, gamma, beta, 1e-3, y, workspace);
            BatchNorm.Backward(shape, x, means, variances, gamma, 1e-3, y, dx, dgamma, dbeta, workspace);
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Should_allocate_nothing_for_what_works_value_by_value(int cores)
    {
        var workspace = new Workspace(cores);
        var stream = new RandomStream(1, RandomPurpose.Dropout);
        var (x, y, places) =
            (Numbers.Random(PoolSizes.InputLength, 1), new float[PoolSizes.OutputLength], new ushort[PoolSizes.OutputLength]);
        var (gradient, dropped) = (new float[x.Length], new float[x.Length]);
        RequireNoAllocation(() =>
        {
            MaxPool2D.Forward(PoolSizes, x, y, places, workspace);
            MaxPool2D.Backward(PoolSizes, y, places, gradient, workspace);
            AveragePool2D.Forward(PoolSizes, x, y, workspace);
            AveragePool2D.Backward(PoolSizes, y, gradient, workspace);
            Dropout.Forward(x, dropped, 0.25, stream, workspace);
            Dropout.Backward(x, dropped, 0.25, stream, workspace);
            Elementwise.Forward<Relu>(x, dropped, workspace);
            Elementwise.Forward<Sigmoid>(x, dropped, workspace);
            Elementwise.Forward<Tanh>(x, dropped, workspace);
            Elementwise.Backward<Tanh>(dropped, x, gradient, workspace);
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Should_allocate_nothing_for_adam_and_the_loss(int cores)
    {
        var workspace = new Workspace(cores);
        var options = new AdamOptions();
        var stepSizes = new AdamStepSizes(options);
        var (weights, gradient, first, second) =
            (Numbers.Random(40_001, 1), Numbers.Random(40_001, 2), new float[40_001], new float[40_001]);
        var (logits, logitsGradient, labels) = (Numbers.Random(64 * 10, 1), new float[64 * 10], new int[64]);
        RequireNoAllocation(() =>
        {
            Adam.Update(weights, gradient, first, second, options, stepSizes.Next(0.001), 1, workspace);
            SoftmaxCrossEntropy.Forward(logits, labels);
            SoftmaxCrossEntropy.Backward(logits, labels, 1, logitsGradient);
        });
    }

    private static void RequireNoAllocation(Action step)
    {
        // The first steps let the workspace and the pool's queues grow.
        for (var i = 0; i < Steps; i++)
        {
            step();
        }

        Assert.Equal(0, Enumerable.Range(0, Rounds).Min(_ => AllocatedBy(step)));
    }

    // A collection that another test's thread starts takes the memory that this one has in reserve, which then counts as allocated. What a
    // step allocates is there in each round.
    private static long AllocatedBy(Action step)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Steps; i++)
        {
            step();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
