using FashionPipeline.Data;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Training.Networks;

public class ShapeCheckTests
{
    [Fact]
    public void Should_find_nothing_wrong_with_the_source_networks()
    {
        Assert.Empty(ShapeCheck.Faults(SourceNetworks.Mlp, new ImageShape(28, 28), 10));
        Assert.Empty(ShapeCheck.Faults(SourceNetworks.Cnn, new ImageShape(28, 28), 10));
    }

    [Fact]
    public void Should_say_what_came_and_what_was_expected()
    {
        var faults = Faults(new DenseLayer(512), new DropoutLayer(0.1), new Conv2DLayer(8, 3, 3), new FlattenLayer(), new DenseLayer(10));

        var fault = Assert.Single(faults);
        Assert.Equal(2, fault.LayerIndex);
        Assert.StartsWith("conv2d (layer 3) expects [height, width, channels] but gets [512]", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_ask_for_flatten_between_convolution_and_dense()
    {
        var fault = Assert.Single(Faults(new Conv2DLayer(8, 3, 3), new DenseLayer(10)));

        Assert.Equal(1, fault.LayerIndex);
        Assert.Contains("[26, 26, 8]", fault.Message, StringComparison.Ordinal);
        Assert.Contains("flatten", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_refuse_more_features_than_can_be_counted() => Assert.Contains(
        "gets [28, 28, 2147483647], which are more features than there can be",
        Faults(new Conv2DLayer(int.MaxValue, 1, 1), new FlattenLayer(), new DenseLayer(10))[0].Message,
        StringComparison.Ordinal);

    [Fact]
    public void Should_report_every_fault_at_once()
    {
        var faults = Faults(
            new DenseLayer(64, Activation.Softmax),
            new DropoutLayer(1),
            new MaxPool2DLayer(2, 2),
            new DenseLayer(0),
            new DenseLayer(9, Activation.Softmax));

        Assert.Equal([0, 1, 2, 3, 4], faults.Select(fault => fault.LayerIndex));
        Assert.Contains("softmax", faults[0].Message, StringComparison.Ordinal);
        Assert.Contains("rate 1", faults[1].Message, StringComparison.Ordinal);
        Assert.Contains("gets [64]", faults[2].Message, StringComparison.Ordinal);
        Assert.Contains("0 units", faults[3].Message, StringComparison.Ordinal);
        Assert.Contains("10 classes", faults[4].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_reject_a_kernel_or_window_larger_than_the_image()
    {
        var kernel = Assert.Single(Faults(new Conv2DLayer(1, 29, 3), new FlattenLayer(), new DenseLayer(10)));
        var window = Assert.Single(Faults(new MaxPool2DLayer(2, 30), new FlattenLayer(), new DenseLayer(10)));

        Assert.Contains("kernel of 29x3", kernel.Message, StringComparison.Ordinal);
        Assert.Contains("window of 2x30", window.Message, StringComparison.Ordinal);
        Assert.Empty(Faults(new Conv2DLayer(1, 29, 3, Padding.Same), new FlattenLayer(), new DenseLayer(10)));
    }

    [Fact]
    public void Should_reject_strides_that_leave_the_image_at_once() => Assert.Equal(
        "conv2d (layer 1) has 29 strides, more than the rows or columns of its input [28, 28, 1]; use fewer strides",
        Assert.Single(Faults(new Conv2DLayer(1, 1, 1, Strides: 29), new FlattenLayer(), new DenseLayer(10))).Message);

    [Theory]
    [InlineData(Activation.Sigmoid, "sigmoid")]
    [InlineData(Activation.Relu, "relu")]
    [InlineData(Activation.Tanh, "tanh")]
    public void Should_reject_an_activation_at_the_end_whose_values_are_no_logits(Activation activation, string name) => Assert.Equal(
        $"dense (layer 2) is the last layer and has the activation {name}, whose values are no logits; use softmax here",
        Assert.Single(Faults(new FlattenLayer(), new DenseLayer(10, activation))).Message);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void Should_reject_a_rate_out_of_range(double rate)
    {
        var fault = Assert.Single(Faults(new DropoutLayer(rate), new FlattenLayer(), new DenseLayer(10)));

        Assert.Contains("dropout (layer 1)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_reject_a_network_that_ends_in_an_image()
    {
        Assert.Contains("[26, 26, 10]", Assert.Single(Faults(new Conv2DLayer(10, 3, 3))).Message, StringComparison.Ordinal);
        Assert.Contains("no layers", Assert.Single(Faults()).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<NetworkFault> Faults(params Layer[] layers) =>
        ShapeCheck.Faults(new Network { Name = "test", Layers = layers }, new ImageShape(28, 28), 10);
}
