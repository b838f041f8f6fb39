using FashionPipeline.Numerics.Random;
using FashionPipeline.Tests.Numerics.Kernels;
using FashionPipeline.Tests.Training.Functions;
using FashionPipeline.Training.Layers;

namespace FashionPipeline.Tests.Training.Layers;

/// <summary>
/// Dropout by our own kernels and by libtorch, two independent implementations of one formula, and against differences of the
/// formula in double.
/// </summary>
public class DropoutOperationTests
{
    private static readonly RandomStream Stream = new(12345, RandomPurpose.Dropout, layer: 2, epoch: 1, step: 7);

    [Theory]
    [InlineData(0.15)]
    [InlineData(0.5)]
    [InlineData(0)]
    public void Should_drop_the_same_values(double rate)
    {
        var result = Agreement.Require((backend, t) => DropoutOperation.Apply(t[0], rate, Stream, backend), Input.Random(1, 37, 129));

        Assert.Equal(rate, result.Output.Count(value => value == 0) / (double)result.Output.Length, 0.02);
    }

    [Theory]
    [MemberData(nameof(FiniteDifferences.Seeds), MemberType = typeof(FiniteDifferences))]
    public void Should_differentiate_dropout(ulong seed)
    {
        var input = Input.Random(seed, Numbers.Whole(seed, 0, 1, 9), Numbers.Whole(seed, 1, 1, 37));

        FiniteDifferences.Require(
            (backend, t) => DropoutOperation.Apply(t[0], 0.25, Stream, backend), x => ByDefinition.Dropout(x[0], 0.25, Stream), input);
    }
}
