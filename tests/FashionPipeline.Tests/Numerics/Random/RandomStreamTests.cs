using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Tests.Numerics.Random;

public sealed class RandomStreamTests
{
    private static readonly RandomStream Stream = new(12345, RandomPurpose.Dropout, layer: 2, epoch: 3, step: 4);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(17)]
    public void Should_fill_with_the_numbers_that_each_index_has(int count)
    {
        var filled = new uint[count];

        Stream.Fill(filled);

        Assert.Equal([.. Enumerable.Range(0, count).Select(index => Stream.UInt32(index))], filled);
    }

    [Fact]
    public void Should_give_other_numbers_for_another_seed_purpose_layer_epoch_or_step()
    {
        RandomStream[] streams =
        [
            Stream,
            new(12346, RandomPurpose.Dropout, 2, 3, 4),
            new(12345, RandomPurpose.Weights, 2, 3, 4),
            new(12345, RandomPurpose.Dropout, 1, 3, 4),
            new(12345, RandomPurpose.Dropout, 2, 2, 4),
            new(12345, RandomPurpose.Dropout, 2, 3, 5),
        ];

        Assert.Equal(streams.Length, streams.Select(stream => stream.UInt32(0)).Distinct().Count());
    }

    [Fact]
    public void Should_draw_evenly_from_zero_up_to_one()
    {
        var draws = Enumerable.Range(0, 100_000).Select(index => Stream.Double(index)).ToList();

        Assert.All(draws, draw => Assert.InRange(draw, 0, 1 - 1e-16));
        Assert.Equal(0.5, draws.Average(), 0.005); // five standard errors
        Assert.Equal(1 / 12d, draws.Average(draw => (draw - 0.5) * (draw - 0.5)), 0.002);
    }

    [Fact]
    public void Should_hold_every_index_once_in_a_permutation()
    {
        var order = Stream.Permutation(1000);

        Assert.Equal(Enumerable.Range(0, 1000), order.Order());
        Assert.NotEqual(Enumerable.Range(0, 1000), order);
    }
}
