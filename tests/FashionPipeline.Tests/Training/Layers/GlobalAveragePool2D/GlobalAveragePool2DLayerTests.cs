using FashionPipeline.Tests.Numerics.Kernels;
using FashionPipeline.Tests.Training.Functions;
using FashionPipeline.Training.Functions;
using FashionPipeline.Training.Layers;
using static TorchSharp.torch;

namespace FashionPipeline.Tests.Training.Layers;

/// <summary>
/// Means over whole images by our own kernels and by libtorch, two independent implementations of one formula, in the documented order,
/// and against differences of the formula in double.
/// </summary>
public class GlobalAveragePool2DLayerTests
{
    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(3, 7, 9, 5)]
    [InlineData(2, 8, 11, 33)]
    [InlineData(5, 13, 12, 64)]
    public void Should_add_row_by_row_and_column_by_column_and_divide_once(int batch, int height, int width, int channels)
    {
        var input = Input.Random(1, batch, height, width, channels);
        var means = new float[batch * channels];
        for (var i = 0; i < input.Values.Length; i++)
        {
            means[(i / (height * width * channels) * channels) + (i % channels)] += input.Values[i];
        }

        var found = Agreement.Require(Apply, input);

        Assert.Equal([batch, channels], found.Shape);
        Numbers.AssertSameBits(Array.ConvertAll(means, sum => sum / (height * width)), found.Output);
    }

    [Theory]
    [MemberData(nameof(FiniteDifferences.Seeds), MemberType = typeof(FiniteDifferences))]
    public void Should_differentiate_global_average_pool2d(ulong seed)
    {
        int Draw(int index, int least, int most) => Numbers.Whole(seed, index, least, most);
        var (height, width) = (Draw(0, 1, 7), Draw(1, 1, 7));
        var input = Input.Random(seed, Draw(2, 1, 3), height, width, Draw(3, 1, 18));

        FiniteDifferences.Require(Apply, x => ByDefinition.AveragePool2D(x[0], input.Shape, height, width), input);
    }

    private static Tensor Apply(Backend backend, Tensor[] t) => new GlobalAveragePool2DLayer()
        .Module("pool", 0, [.. t[0].shape[1..].Select(size => (int)size)], backend)
        .forward(t[0], null);
}
