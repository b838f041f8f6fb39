using FashionPipeline.Tests.Numerics.Kernels;
using FashionPipeline.Tests.Training.Functions;
using FashionPipeline.Training.Layers;

namespace FashionPipeline.Tests.Training.Layers;

/// <summary>
/// Means by our own kernels and by libtorch, two independent implementations of one formula, and against differences of the
/// formula in double.
/// </summary>
public class AveragePool2DOperationTests
{
    [Theory]
    [InlineData(1, 2, 2, 1, 2, 2)]
    [InlineData(3, 7, 9, 5, 2, 2)]
    [InlineData(2, 8, 11, 33, 3, 4)]
    [InlineData(2, 26, 26, 32, 2, 2)]
    [InlineData(2, 5, 4, 3, 1, 3)]
    public void Should_agree_where_rows_and_columns_are_left_over(
        int batch, int height, int width, int channels, int poolHeight, int poolWidth) =>
        Agreement.Require(
            (backend, t) => AveragePool2DOperation.Apply(t[0], poolHeight, poolWidth, backend),
            Input.Random(1, batch, height, width, channels));

    [Theory]
    [MemberData(nameof(FiniteDifferences.Seeds), MemberType = typeof(FiniteDifferences))]
    public void Should_differentiate_average_pool2d(ulong seed)
    {
        int Draw(int index, int least, int most) => Numbers.Whole(seed, index, least, most);
        var (poolHeight, poolWidth) = (Draw(0, 1, 3), Draw(1, 1, 3));
        var input = Input.Random(seed, Draw(2, 1, 3), Draw(3, poolHeight, 7), Draw(4, poolWidth, 7), Draw(5, 1, 18));

        FiniteDifferences.Require(
            (backend, t) => AveragePool2DOperation.Apply(t[0], poolHeight, poolWidth, backend),
            x => ByDefinition.AveragePool2D(x[0], input.Shape, poolHeight, poolWidth),
            input);
    }
}
