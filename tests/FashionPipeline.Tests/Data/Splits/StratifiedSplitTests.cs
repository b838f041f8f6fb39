using FashionPipeline.Data;
using FashionPipeline.Data.Splits;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Tests.Data.Splits;

/// <summary>The only pixel of an image is its number.</summary>
public sealed class StratifiedSplitTests
{
    // 30 shirts, 12 bags and 7 boots, mixed.
    private static readonly byte[] Labels =
        [.. Enumerable.Range(0, 49).Select(image => (byte)((image * 13 % 49) switch { < 30 => 0, < 42 => 1, _ => 2 }))];

    [Fact]
    public void Should_take_the_same_share_of_every_class() => Assert.Equal(
        [6, 2, 1], Classes(Split(Labels, new ValidationOptions { Fraction = 0.2 }).Validation!));

    [Theory]
    [InlineData(0.01, 1, 1, 1)]
    [InlineData(0.125, 4, 2, 1)]
    [InlineData(0.5, 15, 6, 4)]
    [InlineData(0.99, 29, 11, 6)]
    public void Should_round_halves_up_take_one_and_leave_one(double fraction, params int[] expected) => Assert.Equal(
        expected, Classes(Split(Labels, new ValidationOptions { Fraction = fraction }).Validation!));

    [Fact]
    public void Should_part_the_images_and_keep_their_order_and_their_labels()
    {
        var splits = Split(Labels, new ValidationOptions { Fraction = 0.3 });

        Assert.Equal(Enumerable.Range(0, 49).Select(image => (byte)image), splits.Train.Pixels.Concat(splits.Validation!.Pixels).Order());
        Assert.All([splits.Train, splits.Validation!], part =>
        {
            Assert.Equal(part.Pixels.Order(), part.Pixels);
            Assert.Equal(part.Pixels.Select(image => Labels[image]), part.Labels);
        });
    }

    // Computed by an implementation of Philox and of the shuffle in another language.
    [Fact]
    public void Should_take_the_same_images_for_ever() => Assert.Equal(
        [4, 8, 19, 24, 29, 34, 44, 45, 47],
        Split(Labels, new ValidationOptions { Fraction = 0.2, Seed = 1 }).Validation!.Pixels);

    [Fact]
    public void Should_take_other_images_with_another_seed() => Assert.NotEqual(
        Split(Labels, new ValidationOptions { Seed = 1 }).Validation!.Pixels,
        Split(Labels, new ValidationOptions { Seed = 2 }).Validation!.Pixels);

    [Fact]
    public void Should_choose_in_a_class_whatever_others_hold()
    {
        byte[] more = [.. Labels, 1, 2, 2, 1, 1];

        Assert.Equal(Shirts(Labels), Shirts(more));

        static IEnumerable<byte> Shirts(byte[] labels) => Split(labels, new ValidationOptions()).Validation!.Pixels
            .Where(image => labels[image] == 0);
    }

    [Fact]
    public void Should_not_touch_the_test_images()
    {
        var halves = new DataSplits(Numbered(Labels), Numbered([2, 1]));

        Assert.Same(halves.Test, StratifiedSplit.Apply(halves, DataSet, new ValidationOptions()).Test);
    }

    [Fact]
    public void Should_name_every_class_that_has_too_few_images() => Assert.Equal(
        """
        No validation set can be cut out of the training images of Garments, as it takes one of each class and leaves one to train on:
          class 'Bag' has 1 training image; expected 2 or more
          class 'Boot' has 0 training images; expected 2 or more
        Add images of what is short of them, or leave 'validation' out of the experiment.
        """,
        Assert.Throws<InputException>(() => Split([0, 0, 1], new ValidationOptions())).Message);

    private static DataSet DataSet { get; } = new()
    {
        Name = "garments",
        Title = "Garments",
        Licence = "none",
        Height = 1,
        Width = 1,
        LabelNames = ["Shirt", "Bag", "Boot"],
    };

    private static DataSplits Split(byte[] labels, ValidationOptions options) =>
        StratifiedSplit.Apply(new DataSplits(Numbered(labels), Numbered([0])), DataSet, options);

    private static LabelledImages Numbered(byte[] labels) =>
        new() { Height = 1, Width = 1, Pixels = [.. Enumerable.Range(0, labels.Length).Select(image => (byte)image)], Labels = labels };

    private static IEnumerable<int> Classes(LabelledImages images) =>
        images.Labels.CountBy(label => label).OrderBy(count => count.Key).Select(count => count.Value);
}
