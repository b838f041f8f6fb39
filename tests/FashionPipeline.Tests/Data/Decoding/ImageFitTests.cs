using FashionPipeline.Data;
using FashionPipeline.Data.Decoding;

namespace FashionPipeline.Tests.Data.Decoding;

public sealed class ImageFitTests
{
    [Fact]
    public void Should_leave_an_image_of_the_right_size_as_it_is()
    {
        var image = new DecodedImage(new ImageShape(1, 2), [7, 9]);

        Assert.Same(image, ImageFit.Of(image, image.Shape));
    }

    // Computed by hand: 0.299, 0.587 and 0.114 of 255, rounded.
    [Theory]
    [InlineData(255, 0, 0, 76)]
    [InlineData(0, 255, 0, 150)]
    [InlineData(0, 0, 255, 29)]
    [InlineData(255, 255, 255, 255)]
    [InlineData(93, 93, 93, 93)]
    public void Should_make_grey_of_colours_by_their_luma(byte red, byte green, byte blue, byte grey) => Assert.Equal(
        [grey], ImageFit.Of(new DecodedImage(new ImageShape(1, 1, 3), [red, green, blue]), new ImageShape(1, 1)).Pixels);

    [Fact]
    public void Should_make_colours_of_grey() => Assert.Equal(
        [5, 5, 5, 6, 6, 6], ImageFit.Of(new DecodedImage(new ImageShape(2, 1), [5, 6]), new ImageShape(2, 1, 3)).Pixels);

    // Of three columns, a pixel of two covers one and a half: (1 * 10 + 0.5 * 40) / 1.5 = 20.
    [Fact]
    public void Should_average_the_area_that_a_pixel_covers()
    {
        Assert.Equal([20, 60], Fit(new ImageShape(1, 3), [10, 40, 70], new ImageShape(1, 2)));
        Assert.Equal([3], Fit(new ImageShape(2, 2), [1, 2, 3, 4], new ImageShape(1, 1))); // 2.5 is rounded up
        Assert.Equal([1, 1, 2, 2, 1, 1, 2, 2], Fit(new ImageShape(1, 2), [1, 2], new ImageShape(2, 4)));
        Assert.Equal([2, 20, 200], Fit(new ImageShape(1, 2, 3), [1, 10, 100, 3, 30, 255], new ImageShape(1, 1, 3))[..2].Append((byte)200));
    }

    [Fact]
    public void Should_keep_what_is_even_even_whatever_the_sizes()
    {
        var even = new DecodedImage(new ImageShape(17, 31, 3), [.. Enumerable.Repeat((byte)201, 17 * 31 * 3)]);

        Assert.All(ImageFit.Of(even, new ImageShape(28, 5)).Pixels, pixel => Assert.Equal(201, pixel));
    }

    private static byte[] Fit(ImageShape from, byte[] pixels, ImageShape to) => ImageFit.Of(new DecodedImage(from, pixels), to).Pixels;
}
