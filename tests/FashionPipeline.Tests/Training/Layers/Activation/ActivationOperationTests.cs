using FashionPipeline.Tests.Numerics.Kernels;
using FashionPipeline.Tests.Training.Functions;
using FashionPipeline.Training.Layers;

namespace FashionPipeline.Tests.Training.Layers;

/// <summary>
/// Activations by our own kernels and by libtorch, two independent implementations of one formula, and against differences of the
/// formula in double.
/// </summary>
public class ActivationOperationTests
{
    [Theory]
    [InlineData(Activation.Linear)]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Sigmoid)]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.Softmax)]
    public void Should_agree_on_activations_far_from_zero_and_at_zero(Activation activation)
    {
        var values = Input.Random(1, 3, 5, 7, 3);

        Agreement.Require(
            (backend, t) => ActivationOperation.Apply(t[0], activation, backend),
            values with { Values = [0, .. values.Values.Skip(1).Select(value => 30 * value * value * value)] });
    }

    [Theory]
    [MemberData(nameof(FiniteDifferences.Seeds), MemberType = typeof(FiniteDifferences))]
    public void Should_differentiate_activations(ulong seed)
    {
        var input = Input.Random(seed, Numbers.Whole(seed, 0, 1, 9), Numbers.Whole(seed, 1, 1, 37));

        foreach (var activation in Enum.GetValues<Activation>())
        {
            FiniteDifferences.Require(
                (backend, t) => ActivationOperation.Apply(t[0], activation, backend),
                x => ByDefinition.Activate(x[0], activation),
                input);
        }
    }
}
