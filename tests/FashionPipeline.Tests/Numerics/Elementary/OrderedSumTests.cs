using FashionPipeline.Numerics.Elementary;

namespace FashionPipeline.Tests.Numerics.Elementary;

public sealed class OrderedSumTests
{
    [Fact]
    public void Should_add_one_number_after_the_other()
    {
        double[] numbers = [1, 1e16, -1e16, 1, 1, 1, 1, 1, 1];

        Assert.Equal(6, OrderedSum.Of(numbers)); // in another order 7 or 8
        Assert.Equal(6d / 9, OrderedSum.Mean(numbers));
    }
}
