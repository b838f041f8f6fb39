using FashionPipeline.Training;
using FashionPipeline.Training.Functions;

namespace FashionPipeline.Tests.Training.Functions;

public class AdamTests
{
    [Fact]
    public void Should_take_the_two_steps_that_were_calculated_by_hand()
    {
        // β1 = 0.9, β2 = 0.99, ε = 0.1, lr = 0.1, w = 1, gradients 0.5 and -0.2.
        // t=1: m = 0.05, v = 0.0025, lr' = 0.1·sqrt(0.01)/0.1 = 0.1;           w = 1 - 0.1·0.05/(0.05 + 0.1) = 0.9666667
        // t=2: m = 0.025, v = 0.0025·0.99 + 0.04·0.01 = 0.002875, lr' = 0.1·sqrt(0.0199)/0.19 = 0.07424598;
        //      w = 0.9666667 - 0.07424598·0.025/(0.05361903 + 0.1) = 0.9545839
        var options = new TrainingOptions { LearningRate = 0.1, Beta1 = 0.9, Beta2 = 0.99, Epsilon = 0.1 };
        float[] weights = [1], first = [0], second = [0];

        Adam.Update(weights, [0.5f], first, second, options, Adam.StepSize(options, 1));
        Assert.Equal(0.9666667f, weights[0], 1e-6f);

        Adam.Update(weights, [-0.2f], first, second, options, Adam.StepSize(options, 2));
        Assert.Equal(0.9545839f, weights[0], 1e-6f);
        Assert.Equal(0.025f, first[0], 1e-7f);
        Assert.Equal(0.002875f, second[0], 1e-7f);
    }

    [Fact]
    public void Should_give_each_value_the_same_bits_wherever_it_stands()
    {
        var options = new TrainingOptions();
        var weights = Enumerable.Repeat(0.3f, 37).ToArray();
        var gradient = Enumerable.Repeat(-0.017f, 37).ToArray();
        var (first, second) = (new float[37], new float[37]);

        for (var step = 1; step <= 5; step++)
        {
            Adam.Update(weights, gradient, first, second, options, Adam.StepSize(options, step));
        }

        Assert.Single(weights.Distinct());
    }

    [Fact]
    public void Should_move_by_the_learning_rate_in_the_first_step_whatever_the_gradient() =>
        Assert.All(
            new[] { 1e-3f, 1f, 1e3f },
            gradient =>
            {
                var options = new TrainingOptions();
                float[] weights = [0], first = [0], second = [0];
                Adam.Update(weights, [gradient], first, second, options, Adam.StepSize(options, 1));
                Assert.Equal(-0.001f, weights[0], 1e-5f);
            });
}
