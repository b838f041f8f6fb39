using System.Security.Cryptography;
using FashionPipeline.Data;
using FashionPipeline.Data.Decoding;

namespace FashionPipeline.Tests.Data.Decoding;

public sealed class EncodedImageTests
{
    // 10 rows and 12 columns in colour, written by another library.
    private const string Jpeg = """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//
        2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAKAAwDASIAAhEBAxEB/8QA
        FQABAQAAAAAAAAAAAAAAAAAABQb/xAAhEAAABAUFAAAAAAAAAAAAAAAAAQIiAwQFEZEGEiFhof/EABUBAQEAAAAAAAAAAAAAAAAAAAAF/8QAGxEAAQUBAQAA
        AAAAAAAAAAAAAgABAwURBBP/2gAMAwEAAhEDEQA/AJ+QoV7MD0HT14ZM8C9NSnhpYDBpTuNpY6Ewuho4fUh1KqxmccX/2Q==
        """;

    private static readonly byte[] JpegBytes = Convert.FromBase64String(Jpeg);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Should_read_the_pixels_of_a_png_as_they_are(int channels)
    {
        var images = Images.Random(count: 1, height: 7, width: 5, classes: 2, channels: channels);

        var image = EncodedImage.Open(PngBytes.Of(images.Pixels, images.Shape));

        Assert.Equal((7, 5), (image.Height, image.Width));
        Assert.Equal(images.Shape, image.Decode().Shape);
        Assert.Equal(images.Pixels, image.Decode().Pixels);
    }

    // The same on every processor: this digest was found on one, and every other one that runs this test has to find it.
    [Fact]
    public void Should_read_the_pixels_of_a_jpeg_the_same_everywhere()
    {
        var image = EncodedImage.Open(JpegBytes).Decode();

        Assert.Equal(new ImageShape(10, 12, 3), image.Shape);
        Assert.Equal(
            "0a44f54ea4541acbefc6eebc559d5102589ee665adcec8e55cdea4551b8d3244", Convert.ToHexStringLower(SHA256.HashData(image.Pixels)));
    }

    [Theory]
    [InlineData(4, 2)]
    [InlineData(6, 4)]
    public void Should_leave_out_that_an_image_is_opaque_and_refuse_one_that_is_not(byte colourType, int bytesOfPixel)
    {
        byte[] pixels = [.. Enumerable.Range(0, 6 * bytesOfPixel).Select(i => (byte)((i + 1) % bytesOfPixel == 0 ? 255 : i))];
        byte[] See(byte alpha) => [.. pixels[..^1], alpha];

        var opaque = EncodedImage.Open(PngBytes.Of(pixels, 2, 3, colourType, bytesOfPixel)).Decode();
        var fault = Assert.Throws<InvalidDataException>(
            () => EncodedImage.Open(PngBytes.Of(See(254), 2, 3, colourType, bytesOfPixel)).Decode());

        Assert.Equal(new ImageShape(2, 3, bytesOfPixel - 1), opaque.Shape);
        Assert.Equal(pixels.Where((_, i) => (i + 1) % bytesOfPixel != 0), opaque.Pixels);
        Assert.Contains("transparent", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_refuse_what_would_lose_half_of_its_bits() => Assert.Contains(
        "has 16 bits a channel; expected 8",
        Assert.Throws<InvalidDataException>(() => EncodedImage.Open(PngBytes.Of(new byte[12], 2, 3, 0, 2, bits: 16))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("GIF89a")]
    [InlineData("")]
    [InlineData("\u0089PN")]
    public void Should_refuse_what_is_neither_png_nor_jpeg(string start) => Assert.Contains(
        "is neither PNG nor JPEG",
        Assert.Throws<InvalidDataException>(() => EncodedImage.Open([.. start.Select(letter => (byte)letter)])).Message,
        StringComparison.Ordinal);

    // A damaged file gives an error or some pixels, never the end of the program.
    [Fact]
    public void Should_survive_damage_at_every_place()
    {
        var png = PngBytes.Of(Images.Random(count: 1, height: 9, width: 9, classes: 2, channels: 3).Pixels, new ImageShape(9, 9, 3));
        foreach (var whole in new[] { png, JpegBytes })
        {
            for (var place = 0; place < whole.Length; place++)
            {
                byte[] flipped = [.. whole];
                flipped[place] ^= (byte)(1 << (place % 8));
                Decode(flipped);
                Decode(whole[..place]);
            }
        }

        static void Decode(byte[] file)
        {
            try
            {
                var image = EncodedImage.Open(file);
                if (image.Height * image.Width < 1000)
                {
                    var decoded = image.Decode();
                    Assert.Equal(decoded.Shape.Values, decoded.Pixels.Length);
                }
            }
            catch (InvalidDataException)
            {
                // Said what is wrong.
            }
        }
    }

    [Fact]
    public void Should_know_grey_in_three_channels_and_give_grey_images_more_of_them()
    {
        var grey = new DecodedImage(new ImageShape(1, 2), [7, 9]);
        var tripled = grey.WithChannels(3);
        var red = new DecodedImage(new ImageShape(1, 2, 3), [7, 7, 7, 9, 9, 8]);

        Assert.Equal([7, 7, 7, 9, 9, 9], tripled.Pixels);
        Assert.Equal(grey.Pixels, tripled.WithChannels(1).Pixels);
        Assert.True(tripled.IsGrey);
        Assert.False(red.IsGrey);
        Assert.Throws<InvalidOperationException>(() => red.WithChannels(1));
    }
}
