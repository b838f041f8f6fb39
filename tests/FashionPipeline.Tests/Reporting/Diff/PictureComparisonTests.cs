using FashionPipeline.Reporting.Diff;
using SkiaSharp;

namespace FashionPipeline.Tests.Reporting.Diff;

public sealed class PictureComparisonTests
{
    [Fact]
    public void Should_mark_the_pixels_that_differ_and_say_how_many()
    {
        var (share, difference) = PictureComparison.Of(Png(4, 4), Png(4, 4, (1, 2), (3, 3)));

        using var shown = SKBitmap.Decode(difference);
        Assert.Equal(2.0 / 16, share);
        Assert.True(shown.GetPixel(1, 2).Red > 2 * shown.GetPixel(1, 2).Green);
        Assert.Equal(shown.GetPixel(0, 0).Red, shown.GetPixel(0, 0).Green);
    }

    [Fact]
    public void Should_take_what_one_of_the_two_has_not_for_different() =>
        Assert.Equal(0.5, PictureComparison.Of(Png(4, 2), Png(4, 4)).Share);

    [Fact]
    public void Should_keep_a_stranger_s_pixels_and_nothing_else()
    {
        byte[] picture = [.. Png(3, 2, (1, 1)), .. "<script>hidden</script>"u8];

        var redrawn = PictureComparison.Redrawn(picture, longestSide: 10)!;

        using var shown = SKBitmap.Decode(redrawn);
        Assert.Equal(SKColors.Black, shown.GetPixel(1, 1));
        Assert.Equal(-1, redrawn.AsSpan().IndexOf("script"u8));
        Assert.Null(PictureComparison.Redrawn(picture, longestSide: 2));
        Assert.Null(PictureComparison.Redrawn("<svg/>"u8.ToArray(), longestSide: 10));
    }

    private static byte[] Png(int width, int height, params (int X, int Y)[] dark)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.White);
        foreach (var (x, y) in dark)
        {
            bitmap.SetPixel(x, y, SKColors.Black);
        }

        return bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }
}
