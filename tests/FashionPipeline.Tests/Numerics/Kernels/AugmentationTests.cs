using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Tests.Numerics.Kernels;

/// <summary>Random shifts, flips and erasures, value by value as documented, and their gradients as the transposes that they are.</summary>
public class AugmentationTests
{
    private static readonly RandomStream Stream = new(7, RandomPurpose.Augmentation, layer: 1, epoch: 2, step: 3);

    public static TheoryData<ImageBatchShape, int> Shapes { get; } = new()
    {
        { new(64, 28, 28, 1), 2 }, { new(20, 5, 7, 3), 4 }, { new(3, 4, 3, 2), 9 }, { new(1, 1, 1, 1), 0 }, { new(0, 4, 4, 1), 1 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Should_shift_each_image_as_its_words_say(ImageBatchShape shape, int most)
    {
        var input = Values(shape);
        var expected = new float[input.Length];
        for (var image = 0; image < shape.Batch; image++)
        {
            var (rows, columns) = (Draw(2 * image, most), Draw((2 * image) + 1, most));
            ForEach(shape, (y, x, channel) =>
            {
                if (y - rows >= 0 && y - rows < shape.Height && x - columns >= 0 && x - columns < shape.Width)
                {
                    expected[At(shape, image, y, x, channel)] = input[At(shape, image, y - rows, x - columns, channel)];
                }
            });
        }

        Assert.Equal(expected, Shift(shape, input, most, cores: 1));
        Assert.Equal(expected, Shift(shape, input, most, cores: 4));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Should_shift_gradients_back(ImageBatchShape shape, int most)
    {
        var (input, gradient, inputGradient) = (Values(shape), Values(shape, seed: 2), Values(shape, seed: 3));

        RandomShift.Backward(shape, gradient, inputGradient, most, Stream, new Workspace(2));

        Assert.Equal(Dot(Shift(shape, input, most, cores: 1), gradient), Dot(input, inputGradient), 1e-6);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Should_flip_the_images_whose_word_says_so_and_back_again(ImageBatchShape shape, int most)
    {
        _ = most;
        var input = Values(shape);
        var (flipped, back) = (new float[input.Length], new float[input.Length]);

        RandomFlip.Apply(shape, input, flipped, Stream, new Workspace(1));
        RandomFlip.Apply(shape, flipped, back, Stream, new Workspace(4));

        for (var image = 0; image < shape.Batch; image++)
        {
            var isFlipped = Stream.UInt32(image) >= 1u << 31;
            ForEach(shape, (y, x, channel) => Assert.Equal(
                input[At(shape, image, y, isFlipped ? shape.Width - 1 - x : x, channel)], flipped[At(shape, image, y, x, channel)]));
        }

        Assert.Equal(input, back);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Should_erase_the_rectangle_that_its_words_say(ImageBatchShape shape, int most)
    {
        var side = Math.Min(most, Math.Min(shape.Height, shape.Width));
        var input = Values(shape);
        var expected = input.ToArray();
        for (var image = 0; image < shape.Batch; image++)
        {
            var (rows, columns) = (Choose(4 * image, side + 1), Choose((4 * image) + 1, side + 1));
            var top = Choose((4 * image) + 2, shape.Height - rows + 1);
            var left = Choose((4 * image) + 3, shape.Width - columns + 1);
            ForEach(shape, (y, x, channel) =>
            {
                if (y >= top && y < top + rows && x >= left && x < left + columns)
                {
                    expected[At(shape, image, y, x, channel)] = 0;
                }
            });
        }

        Assert.Equal(expected, Erase(shape, input, side, cores: 1));
        Assert.Equal(expected, Erase(shape, input, side, cores: 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Erase(shape, input, Math.Min(shape.Height, shape.Width) + 1, cores: 1));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Should_mirror_every_image(ImageBatchShape shape, int most)
    {
        _ = most;
        var input = Values(shape);
        var (mirrored, back) = (new float[input.Length], new float[input.Length]);

        Mirror.Apply(shape, input, mirrored, new Workspace(1));
        Mirror.Apply(shape, mirrored, back, new Workspace(4));

        for (var image = 0; image < shape.Batch; image++)
        {
            ForEach(shape, (y, x, channel) => Assert.Equal(
                input[At(shape, image, y, shape.Width - 1 - x, channel)], mirrored[At(shape, image, y, x, channel)]));
        }

        Assert.Equal(input, back);
    }

    [Fact]
    public void Should_draw_every_shift_about_as_often()
    {
        var shape = new ImageBatchShape(5000, 3, 3, 1);
        var input = new float[shape.Batch * 9];
        for (var image = 0; image < shape.Batch; image++)
        {
            input[(image * 9) + 4] = 1;
        }

        var output = Shift(shape, input, most: 1, cores: 2);

        var counts = Enumerable.Range(0, 9).Select(place => Enumerable.Range(0, shape.Batch).Count(i => output[(i * 9) + place] == 1));
        Assert.All(counts, count => Assert.InRange(count, 450, 670));
    }

    private static int Draw(int index, int most) => Choose(index, (2 * most) + 1) - most;

    private static int Choose(int index, int choices) => (int)((long)Stream.UInt32(index) * choices / (1L << 32));

    private static float[] Erase(ImageBatchShape shape, float[] input, int most, int cores)
    {
        var output = Values(shape, seed: 9);
        RandomErase.Apply(shape, input, output, most, Stream, new Workspace(cores));
        return output;
    }

    private static float[] Shift(ImageBatchShape shape, float[] input, int most, int cores)
    {
        var output = Values(shape, seed: 9);
        RandomShift.Forward(shape, input, output, most, Stream, new Workspace(cores));
        return output;
    }

    private static float[] Values(ImageBatchShape shape, ulong seed = 1) =>
        Numbers.Random(shape.Batch * shape.Height * shape.Width * shape.Channels, seed);

    private static void ForEach(ImageBatchShape shape, Action<int, int, int> visit)
    {
        for (var i = 0; i < shape.Height * shape.Width * shape.Channels; i++)
        {
            visit(i / shape.Channels / shape.Width, i / shape.Channels % shape.Width, i % shape.Channels);
        }
    }

    private static int At(ImageBatchShape shape, int image, int y, int x, int channel) =>
        (((((image * shape.Height) + y) * shape.Width) + x) * shape.Channels) + channel;

    private static double Dot(float[] left, float[] right) => left.Zip(right, (a, b) => (double)a * b).Sum();
}
