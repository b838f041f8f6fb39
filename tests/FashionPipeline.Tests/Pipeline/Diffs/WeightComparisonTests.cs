using FashionPipeline.Pipeline.Diffs;
using FashionPipeline.Training.Checkpoints;

namespace FashionPipeline.Tests.Pipeline.Diffs;

public sealed class WeightComparisonTests
{
    [Fact]
    public void Should_say_where_a_tensor_differs_most_and_nothing_of_equal_ones()
    {
        var changes = WeightComparison.Of("cnn", "1",
            File(new("bias", [2], [1, 1]), new("kernel", [3], [1, 2, 3]), new("old", [1], [1])),
            File(new("bias", [2], [1, 1]), new("kernel", [3], [1.5f, 0, 3]), new("new", [1], [1])));

        Assert.Equal(
            [new("cnn", "1", "kernel", 1, 2, 0), new("cnn", "1", "old", null, null, null), new("cnn", "1", "new", null, null, null)],
            changes);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Should_take_what_is_no_number_for_the_largest_difference(float value) => Assert.Equal(
        [new("cnn", "1", "kernel", 2, 3, null)],
        WeightComparison.Of("cnn", "1", File(new NamedTensor("kernel", [3], [1, 2, 3])),
            File(new NamedTensor("kernel", [3], [1.5f, 2, value]))));

    private static byte[] File(params NamedTensor[] tensors) => SafeTensors.Write(tensors, new Dictionary<string, string>());
}
