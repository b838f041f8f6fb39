using FashionPipeline.Tests.Numerics.Kernels;
using FashionPipeline.Tests.Training.Functions;
using FashionPipeline.Training.Layers;

namespace FashionPipeline.Tests.Training.Layers;

/// <summary>
/// A dense layer by our own kernels and by libtorch, two independent implementations of one formula, and against differences of the
/// formula in double.
/// </summary>
public class DenseOperationTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 784, 10)]
    [InlineData(7, 33, 19)]
    [InlineData(64, 130, 65)]
    public void Should_agree_on_dense_with_every_activation(int batch, int features, int units)
    {
        foreach (var activation in Enum.GetValues<Activation>())
        {
            Agreement.Require(
                (backend, t) => DenseOperation.Apply(t[0], t[1], t[2], activation, backend),
                Input.Random(1, batch, features),
                Input.Random(2, features, units),
                Input.Random(3, units));
        }
    }

    [Fact]
    public void Should_compute_no_gradient_of_an_input_that_needs_none()
    {
        Agreement.Require(
            (backend, t) => DenseOperation.Apply(t[0], t[1], t[2], Activation.Relu, backend),
            Input.Random(1, 5, 9) with { NeedsGradient = false },
            Input.Random(2, 9, 3),
            Input.Random(3, 3));
    }

    [Fact]
    public void Should_pass_the_gradient_through_weights_that_need_none()
    {
        Agreement.Require(
            (backend, t) => DenseOperation.Apply(t[0], t[1], t[2], Activation.Tanh, backend),
            Input.Random(1, 5, 9),
            Input.Random(2, 9, 3) with { NeedsGradient = false },
            Input.Random(3, 3) with { NeedsGradient = false });
    }

    [Fact]
    public void Should_add_the_gradients_of_a_tensor_that_is_used_twice() =>
        Agreement.Require(
            (backend, t) => ActivationOperation.Apply(
                DenseOperation.Apply(t[0], t[1], t[2], Activation.Relu, backend)
                    + DenseOperation.Apply(t[0], t[1], t[2], Activation.Tanh, backend),
                Activation.Sigmoid,
                backend),
            Input.Random(1, 5, 9),
            Input.Random(2, 9, 3),
            Input.Random(3, 3));

    [Theory]
    [MemberData(nameof(FiniteDifferences.Seeds), MemberType = typeof(FiniteDifferences))]
    public void Should_differentiate_dense(ulong seed)
    {
        var (batch, features, units) = (Numbers.Whole(seed, 0, 1, 5), Numbers.Whole(seed, 1, 1, 35), Numbers.Whole(seed, 2, 1, 20));
        foreach (var activation in Enum.GetValues<Activation>())
        {
            FiniteDifferences.Require(
                (backend, t) => DenseOperation.Apply(t[0], t[1], t[2], activation, backend),
                x => ByDefinition.Activate(ByDefinition.Dense(x[0], x[1], x[2], batch), activation),
                Input.Random(seed, batch, features),
                Input.Random(seed + 100, features, units),
                Input.Random(seed + 200, units));
        }
    }
}
