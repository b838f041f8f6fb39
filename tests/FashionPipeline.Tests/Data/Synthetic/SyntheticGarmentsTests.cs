using System.Security.Cryptography;
using FashionPipeline.Data;
using FashionPipeline.Data.Synthetic;

namespace FashionPipeline.Tests.Data.Synthetic;

public sealed class SyntheticGarmentsTests
{
    private static readonly SyntheticOptions Few = new() { TrainCount = 500, TestCount = 100 };

    [Fact]
    public void Should_draw_the_same_images_from_the_same_seed_and_others_from_another()
    {
        var first = SyntheticGarments.Generate(Few).Train;

        Assert.Equal(first.Pixels, SyntheticGarments.Generate(Few).Train.Pixels);
        Assert.NotEqual(first.Pixels, SyntheticGarments.Generate(Few with { Seed = 1 }).Train.Pixels);
    }

    [Fact]
    public void Should_not_change_an_image_when_more_are_drawn() => Assert.Equal(
        SyntheticGarments.Generate(Few).Train.Pixels,
        SyntheticGarments.Generate(Few with { TrainCount = 600 }).Train.Pixels[..(500 * 28 * 28)]);

    [Fact]
    public void Should_draw_every_kind_and_never_the_same_image_twice()
    {
        var images = SyntheticGarments.Generate(Few).Train;

        Assert.Equal(10, images.Labels.Distinct().Count());
        var digests = Enumerable.Range(0, images.Count).Select(index => Convert.ToHexString(SHA256.HashData(images.Image(index))));
        Assert.Distinct(digests);
    }

    [Fact]
    public void Should_hold_no_test_image_among_the_training_images()
    {
        var splits = SyntheticGarments.Generate(Few);
        var train = Enumerable.Range(0, splits.Train.Count).Select(index => Convert.ToHexString(splits.Train.Image(index))).ToHashSet();

        Assert.DoesNotContain(
            Enumerable.Range(0, splits.Test.Count), index => train.Contains(Convert.ToHexString(splits.Test.Image(index))));
    }

    [Fact]
    public void Should_be_neither_trivial_nor_hopeless_for_a_nearest_neighbour()
    {
        var splits = SyntheticGarments.Generate(new SyntheticOptions { TrainCount = 2000, TestCount = 300 });
        var correct = Enumerable.Range(0, splits.Test.Count).Count(test =>
        {
            var nearest = Enumerable.Range(0, splits.Train.Count)
                .MinBy(train => Distance(splits.Test.Image(test), splits.Train.Image(train)));
            return splits.Train.Labels[nearest] == splits.Test.Labels[test];
        });

        // Guessing gives 0.1. On Fashion-MNIST itself a nearest neighbour gets about 0.85.
        Assert.InRange(correct / (double)splits.Test.Count, 0.6, 0.92);
    }

    private static int Distance(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var sum = 0;
        for (var i = 0; i < first.Length; i++)
        {
            sum += (first[i] - second[i]) * (first[i] - second[i]);
        }

        return sum;
    }
}
