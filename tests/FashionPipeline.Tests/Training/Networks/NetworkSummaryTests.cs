using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Training.Networks;

public class NetworkSummaryTests
{
    [Fact]
    public void Should_print_the_dense_network_as_Keras_does()
    {
        string[] expected =
        [
            "dense Dense 512 401920",
            "dropout Dropout 512 0",
            "dense_1 Dense 512 262656",
            "dropout_1 Dropout 512 0",
            "dense_2 Dense 10 5130",
        ];

        Assert.Equal(expected, Table(SourceNetworks.Mlp));
        Assert.Equal(669_706, NetworkSummary.Of(SourceNetworks.Mlp, new ImageShape(28, 28)).Sum(row => row.Parameters));
    }

    [Fact]
    public void Should_print_the_convolutional_network_as_Keras_does()
    {
        string[] expected =
        [
            "conv2d Conv2D 26,26,32 320",
            "conv2d_1 Conv2D 24,24,32 9248",
            "max_pooling2d MaxPooling2D 12,12,32 0",
            "dropout Dropout 12,12,32 0",
            "flatten Flatten 4608 0",
            "dense Dense 128 589952",
            "dropout_1 Dropout 128 0",
            "dense_1 Dense 10 1290",
        ];

        Assert.Equal(expected, Table(SourceNetworks.Cnn));
        Assert.Equal(600_810, NetworkSummary.Of(SourceNetworks.Cnn, new ImageShape(28, 28)).Sum(row => row.Parameters));
    }

    [Fact]
    public void Should_keep_the_size_with_padding_and_drop_what_fills_no_window()
    {
        var network = new Network
        {
            Name = "n",
            Layers = [new Conv2DLayer(4, 3, 5, Padding.Same), new MaxPool2DLayer(2, 3), new ActivationLayer(Activation.Relu)],
        };

        Assert.Equal(
            ["conv2d Conv2D 7,8,4 64", "max_pooling2d MaxPooling2D 3,2,4 0", "activation Activation 3,2,4 0"], Table(network, 7, 8));
    }

    [Fact]
    public void Should_round_down_without_and_up_with_a_border_where_windows_lie_apart()
    {
        var network = new Network
        {
            Name = "n",
            Layers = [new Conv2DLayer(4, 3, 3, Padding.Same, Strides: 2), new Conv2DLayer(2, 3, 2, Strides: 3)],
        };

        Assert.Equal(["conv2d Conv2D 14,13,4 40", "conv2d_1 Conv2D 4,4,2 50"], Table(network, 27, 26));
    }

    [Fact]
    public void Should_name_the_layer_that_does_not_fit()
    {
        var network = new Network { Name = "bad", Layers = [new Conv2DLayer(8, 3, 3), new DenseLayer(10)] };

        var exception = Assert.Throws<InputException>(() => NetworkSummary.Of(network, new ImageShape(28, 28)));

        Assert.Contains("dense (layer 2)", exception.Message, StringComparison.Ordinal);
    }

    // A filter has a weight for each channel: (3 * 3 * 3 + 1) * 4.
    [Fact]
    public void Should_count_the_channels_of_images_in_colour()
    {
        var convolutional = new Network { Name = "colour", Layers = [new Conv2DLayer(4, 3, 3), new FlattenLayer(), new DenseLayer(2)] };
        var dense = new Network { Name = "dense", Layers = [new DenseLayer(2)] };

        Assert.Equal(
            ["conv2d Conv2D 6,5,4 112", "flatten Flatten 120 0", "dense Dense 2 242"], Table(convolutional, 8, 7, channels: 3));
        Assert.Equal(["dense Dense 2 338"], Table(dense, 8, 7, channels: 3));
    }

    // Of its 82 parameters Keras calls 16 non-trainable.
    [Fact]
    public void Should_count_running_means_and_variances_as_Keras_does_among_what_is_not_trained()
    {
        var network = new Network
        {
            Name = "normalised",
            Layers = [new Conv2DLayer(4, 3, 3), new BatchNormLayer(), new FlattenLayer(), new BatchNormLayer(), new DenseLayer(2)],
        };

        Assert.Equal(
            [
                "conv2d Conv2D 1,1,4 40", "batch_normalization BatchNormalization 1,1,4 16", "flatten Flatten 4 0",
                "batch_normalization_1 BatchNormalization 4 16", "dense Dense 2 10",
            ],
            Table(network, 3, 3));
        Assert.Equal([0L, 8, 0, 8, 0], NetworkSummary.Of(network, new ImageShape(3, 3)).Select(row => row.NonTrainable));
    }

    private static IEnumerable<string> Table(Network network, int height = 28, int width = 28, int channels = 1) => NetworkSummary
        .Of(network, new ImageShape(height, width, channels))
        .Select(row => $"{row.Name} {row.Kind} {string.Join(',', row.OutputShape)} {row.Parameters}");
}
