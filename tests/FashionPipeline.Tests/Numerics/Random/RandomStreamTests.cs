using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Tests.Numerics.Random;

public class RandomStreamTests
{
    private static readonly RandomStream Stream = new(12345, RandomPurpose.Weights, layer: 2, epoch: 3, step: 4);

    [Fact]
    public void Should_put_block_purpose_layer_epoch_and_step_into_the_counter()
    {
        Assert.Equal(Philox4x32.Block((7, 0x0001_0002, 3, 4), 12345), Stream.Block(7));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(10)]
    public void Should_fill_with_the_numbers_that_single_draws_give(int count)
    {
        var filled = new uint[count];
        Stream.Fill(filled);
        Assert.Equal(Enumerable.Range(0, count).Select(index => Stream.UInt32(index)), filled);
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(4, 75)]
    [InlineData(1000, 33)]
    [InlineData((1L << 34) - 76, 76)]
    public void Should_fill_from_any_block_on(long start, int count)
    {
        var filled = new uint[count];
        Stream.Fill(start, filled);
        Assert.Equal(Enumerable.Range(0, count).Select(i => Stream.UInt32(start + i)), filled);
    }

    [Theory]
    [InlineData(-4)]
    [InlineData(2)]
    [InlineData((1L << 34) - 4)]
    public void Should_refuse_to_fill_from_within_a_block_or_beyond_the_end(long start) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Stream.Fill(start, new uint[5]));

    [Fact]
    public void Should_draw_something_else_when_any_part_of_the_address_differs()
    {
        RandomStream[] streams =
        [
            Stream,
            new(12346, RandomPurpose.Weights, 2, 3, 4),
            new(12345 + (1UL << 32), RandomPurpose.Weights, 2, 3, 4),
            new(12345, RandomPurpose.Dropout, 2, 3, 4),
            new(12345, RandomPurpose.Weights, 3, 3, 4),
            new(12345, RandomPurpose.Weights, 2, 4, 4),
            new(12345, RandomPurpose.Weights, 2, 3, 5),
        ];

        Assert.Equal(streams.Length, streams.Select(stream => stream.Block(0)).Distinct().Count());
    }

    [Fact]
    public void Should_draw_real_numbers_evenly_from_zero_to_below_one()
    {
        const int Count = 100_000;
        var singles = Enumerable.Range(0, Count).Select(index => (double)Stream.Single(index)).ToList();
        var doubles = Enumerable.Range(0, Count).Select(index => Stream.Double(index)).ToList();

        foreach (var numbers in new[] { singles, doubles })
        {
            Assert.All(numbers, number => Assert.InRange(number, 0, Math.BitDecrement(1d)));

            // Mean 1/2 and variance 1/12, within five standard errors.
            Assert.Equal(0.5, numbers.Average(), 0.0046);
            Assert.Equal(1 / 12d, numbers.Average(number => (number - 0.5) * (number - 0.5)), 0.0012);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void Should_permute_without_loss(int count)
    {
        Assert.Equal(Enumerable.Range(0, count), Stream.Permutation(count).Order());
    }

    [Fact]
    public void Should_not_leave_all_in_place() => Assert.NotEqual(Enumerable.Range(0, 1000), Stream.Permutation(1000));

    [Fact]
    public void Should_give_each_order_of_three_about_equally_often()
    {
        var orders = Enumerable.Range(0, 6000)
            .Select(step => string.Join(' ', new RandomStream(1, RandomPurpose.Permutation, step: (uint)step).Permutation(3)))
            .CountBy(order => order)
            .ToDictionary();

        // Expected 1000 each; the standard deviation is sqrt(6000 · 1/6 · 5/6) = 29.
        Assert.Equal(6, orders.Count);
        Assert.All(orders.Values, times => Assert.InRange(times, 1000 - 145, 1000 + 145));
    }
}
