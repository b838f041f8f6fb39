using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Tests.Numerics.Random;

public class GlorotUniformTests
{
    [Fact]
    public void Should_be_uniform_within_the_limit_of_the_fans()
    {
        var kernel = Kernel(12345, 0, 100_000);

        // limit = sqrt(6 / 600) = 0.1; the variance of a uniform distribution is limit² / 3.
        Assert.InRange(kernel.Max(), 0.0999f, 0.1f);
        Assert.InRange(kernel.Min(), -0.1f, -0.0999f);
        Assert.Equal(0, kernel.Average(), 0.001);
        Assert.Equal(0.01 / 3, kernel.Average(value => (double)value * value), 0.0001);
    }

    [Fact]
    public void Should_differ_between_layers_and_seeds()
    {
        Assert.NotEqual(Kernel(1, 0, 64), Kernel(1, 1, 64));
        Assert.NotEqual(Kernel(1, 0, 64), Kernel(2, 0, 64));
    }

    [Fact]
    public void Should_give_the_same_weights_in_any_order_of_drawing()
    {
        var parts = new float[1001];
        for (var start = 994; start >= 0; start -= 7)
        {
            GlorotUniform.Fill(parts.AsSpan(start, 7), new RandomStream(1, RandomPurpose.Weights), 200, 400, start);
        }

        Assert.Equal(Kernel(1, 0, 1001), parts);
    }

    private static float[] Kernel(ulong seed, ushort layer, int count)
    {
        var kernel = new float[count];
        GlorotUniform.Fill(kernel, new RandomStream(seed, RandomPurpose.Weights, layer), 200, 400);
        return kernel;
    }
}
