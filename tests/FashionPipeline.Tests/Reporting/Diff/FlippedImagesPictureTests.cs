using FashionPipeline.Data;
using FashionPipeline.Reporting.Diff;
using SkiaSharp;

namespace FashionPipeline.Tests.Reporting.Diff;

public sealed class FlippedImagesPictureTests
{
    // The first image lies in the middle of the first cell.
    [Fact]
    public void Should_show_grey_images_dark_on_white_and_colours_as_they_are()
    {
        Assert.Equal(new SKColor(55, 55, 55), CentreOf(new LabelledImages { Height = 1, Width = 1, Pixels = [200], Labels = [0] }));
        Assert.Equal(
            new SKColor(200, 30, 10),
            CentreOf(new LabelledImages { Height = 1, Width = 1, Channels = 3, Pixels = [200, 30, 10], Labels = [0] }));
    }

    private static SKColor CentreOf(LabelledImages images)
    {
        using var picture = SKBitmap.Decode(FlippedImagesPicture.Draw([new FlippedImage(0, "Bag", "Shirt", "Bag", 0.9)], images));
        return picture.GetPixel(80, 50);
    }
}
