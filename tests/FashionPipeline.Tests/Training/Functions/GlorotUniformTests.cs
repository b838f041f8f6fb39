using FashionPipeline.Training.Functions;

namespace FashionPipeline.Tests.Training.Functions;

public class GlorotUniformTests
{
    [Fact]
    public void Should_be_uniform_within_the_limit_of_the_fans()
    {
        var kernel = new float[100_000];
        GlorotUniform.Fill(kernel, 12345, 0, 200, 400);

        // limit = sqrt(6 / 600) = 0.1; the variance of a uniform distribution is limit² / 3.
        Assert.InRange(kernel.Max(), 0.0999f, 0.1f);
        Assert.InRange(kernel.Min(), -0.1f, -0.0999f);
        Assert.Equal(0, kernel.Average(), 0.001);
        Assert.Equal(0.01 / 3, kernel.Average(value => (double)value * value), 0.0001);
    }

    [Fact]
    public void Should_differ_between_layers_and_seeds()
    {
        var (a, b, c) = (new float[64], new float[64], new float[64]);
        GlorotUniform.Fill(a, 1, 0, 8, 8);
        GlorotUniform.Fill(b, 1, 1, 8, 8);
        GlorotUniform.Fill(c, 2, 0, 8, 8);

        Assert.NotEqual(a, b);
        Assert.NotEqual(a, c);
    }
}
