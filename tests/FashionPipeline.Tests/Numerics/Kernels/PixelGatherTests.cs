using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Tests.Numerics.Kernels;

public class PixelGatherTests
{
    private static readonly byte[] AllBytes = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];

    [Fact]
    public void Should_round_each_quotient_once()
    {
        // Dividing in double and rounding then gives the same 256 numbers.
        var output = new float[256];
        PixelGather.Gather(AllBytes, 256, [0], 255f, output, new Workspace(1));

        Assert.Equal(AllBytes.Select(pixel => (float)(pixel / 255d)), output);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(255)]
    public void Should_gather_images_in_the_order_asked_for(int imageSize)
    {
        var images = 256 / imageSize;
        var indices = RandomValues.Integers(50, 0, images - 1);
        var (output, output4) = (new float[50 * imageSize], new float[50 * imageSize]);
        PixelGather.Gather(AllBytes, imageSize, indices, 1f, output, new Workspace(1));
        PixelGather.Gather(AllBytes, imageSize, indices, 1f, output4, new Workspace(4));

        Assert.Equal(indices.SelectMany(index => Enumerable.Range(index * imageSize, imageSize).Select(i => (float)i)), output);
        Assert.Equal(output, output4);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void Should_refuse_an_image_that_is_not_there(int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PixelGather.Gather(AllBytes, 64, [index], 1f, new float[64], new Workspace(1)));
}
