using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Tests.Numerics.Kernels;

public class SgdTests
{
    // μ = 0.5, lr = 0.1, w = 1, gradients 2 and -1.
    // t=1: v = -0.2;                      w = 0.8,             Nesterov w = 1 + 0.5·-0.2 - 0.2 = 0.7
    // t=2: v = 0.5·-0.2 + 0.1 = 0;        w = 0.8,             Nesterov w = 0.7 + 0 + 0.1 = 0.8
    [Theory]
    [InlineData(false, 0.8f, 0.8f)]
    [InlineData(true, 0.7f, 0.8f)]
    public void Should_take_the_two_steps_that_were_calculated_by_hand(bool isNesterov, float first, float second)
    {
        var options = new SgdOptions { Momentum = 0.5, IsNesterov = isNesterov };
        float[] weights = [1], velocity = [0];

        Sgd.Update(weights, [2], velocity, options, 0.1f, 1, new Workspace(1));
        Assert.Equal(first, weights[0], 1e-6f);
        Assert.Equal(-0.2f, velocity[0], 1e-7f);

        Sgd.Update(weights, [-1], velocity, options, 0.1f, 1, new Workspace(1));
        Assert.Equal(second, weights[0], 1e-6f);
        Assert.Equal(0, velocity[0], 1e-7f);
    }

    [Fact]
    public void Should_take_the_decay_from_the_weights_before_the_step_and_not_from_the_velocity()
    {
        float[] weights = [1], velocity = [0];

        Sgd.Update(weights, [2], velocity, new SgdOptions(), 0.1f, 0.5f, new Workspace(1));

        Assert.Equal(0.3f, weights[0], 1e-6f);
        Assert.Equal(-0.2f, velocity[0], 1e-7f);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(37, true)]
    [InlineData(40_001, false)]
    [InlineData(40_001, true)]
    public void Should_give_each_value_the_same_bits_wherever_it_stands_and_on_any_number_of_cores(int count, bool isNesterov)
    {
        var weights = Train(RandomValues.Floats(count), i => RandomValues.Floats(count, i), isNesterov, cores: 1);
        var weights4 = Train(RandomValues.Floats(count), i => RandomValues.Floats(count, i), isNesterov, cores: 4);
        var reversed = Train(
            [.. RandomValues.Floats(count).Reverse()], i => [.. RandomValues.Floats(count, i).Reverse()], isNesterov, cores: 1);

        Assert.Equal(weights, weights4);
        Assert.Equal(weights.Reverse(), reversed);
    }

    [Fact]
    public void Should_refuse_spans_that_differ_in_length() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Sgd.Update(new float[3], new float[3], new float[2], new SgdOptions(), 0.1f, 1, new Workspace(1)));

    private static float[] Train(float[] weights, Func<ulong, float[]> gradient, bool isNesterov, int cores)
    {
        var (velocity, options) = (new float[weights.Length], new SgdOptions { Momentum = 0.9, IsNesterov = isNesterov });
        for (var step = 1ul; step <= 3; step++)
        {
            Sgd.Update(weights, gradient(step + 1), velocity, options, 0.05f, 0.99f, new Workspace(cores));
        }

        return weights;
    }
}
