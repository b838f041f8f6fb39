using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Training;

/// <summary>The two networks of the source experiment.</summary>
internal static class SourceNetworks
{
    public static Network Mlp { get; } = new()
    {
        Name = "mlp",
        Layers =
        [
            new DenseLayer(512, Activation.Relu),
            new DropoutLayer(0.15),
            new DenseLayer(512, Activation.Relu),
            new DropoutLayer(0.15),
            new DenseLayer(10, Activation.Softmax),
        ],
    };

    public static Network Cnn { get; } = new()
    {
        Name = "cnn",
        Layers =
        [
            new Conv2DLayer(32, 3, 3),
            new Conv2DLayer(32, 3, 3, Activation: Activation.Relu),
            new MaxPool2DLayer(2, 2),
            new DropoutLayer(0.2),
            new FlattenLayer(),
            new DenseLayer(128, Activation.Relu),
            new DropoutLayer(0.2),
            new DenseLayer(10, Activation.Softmax),
        ],
    };
}
