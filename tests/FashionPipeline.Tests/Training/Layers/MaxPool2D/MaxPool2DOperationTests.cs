using FashionPipeline.Tests.Numerics.Kernels;
using FashionPipeline.Tests.Training.Functions;
using FashionPipeline.Training.Layers;

namespace FashionPipeline.Tests.Training.Layers;

/// <summary>
/// Largest values by our own kernels and by libtorch, two independent implementations of one formula, and against differences of the
/// formula in double.
/// </summary>
public class MaxPool2DOperationTests
{
    [Theory]
    [InlineData(1, 2, 2, 1, 2, 2)]
    [InlineData(3, 7, 9, 5, 2, 2)]
    [InlineData(2, 8, 11, 33, 3, 4)]
    [InlineData(2, 26, 26, 32, 2, 2)]
    [InlineData(2, 5, 4, 3, 1, 3)]
    public void Should_agree_on_max_pool2d_where_rows_and_columns_are_left_over(
        int batch, int height, int width, int channels, int poolHeight, int poolWidth) =>
        Agreement.Require(
            (backend, t) => MaxPool2DOperation.Apply(t[0], poolHeight, poolWidth, backend),
            Input.Random(1, batch, height, width, channels));

    [Fact]
    public void Should_give_the_gradient_to_the_same_of_equal_largest_values()
    {
        // Behind a relu most windows hold several zeros.
        var ties = Input.Random(1, 4, 9, 10, 19);

        Agreement.Require(
            (backend, t) => MaxPool2DOperation.Apply(t[0], 2, 3, backend),
            ties with { Values = [.. ties.Values.Select(value => MathF.Floor(3 * value))] });
    }

    [Theory]
    [MemberData(nameof(FiniteDifferences.Seeds), MemberType = typeof(FiniteDifferences))]
    public void Should_differentiate_max_pool2d(ulong seed)
    {
        int Draw(int index, int least, int most) => Numbers.Whole(seed, index, least, most);
        var (poolHeight, poolWidth) = (Draw(0, 1, 3), Draw(1, 1, 3));
        var input = Input.Random(seed, Draw(2, 1, 3), Draw(3, poolHeight, 7), Draw(4, poolWidth, 7), Draw(5, 1, 18));

        FiniteDifferences.Require(
            (backend, t) => MaxPool2DOperation.Apply(t[0], poolHeight, poolWidth, backend),
            x => ByDefinition.MaxPool2D(x[0], input.Shape, poolHeight, poolWidth),
            input);
    }
}
