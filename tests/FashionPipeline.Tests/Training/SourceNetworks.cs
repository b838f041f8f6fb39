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
            new Dense(512, Activation.Relu),
            new Dropout(0.15),
            new Dense(512, Activation.Relu),
            new Dropout(0.15),
            new Dense(10, Activation.Softmax),
        ],
    };

    public static Network Cnn { get; } = new()
    {
        Name = "cnn",
        Layers =
        [
            new Conv2D(32, 3, 3),
            new Conv2D(32, 3, 3, Activation: Activation.Relu),
            new MaxPool2D(2, 2),
            new Dropout(0.2),
            new Flatten(),
            new Dense(128, Activation.Relu),
            new Dropout(0.2),
            new Dense(10, Activation.Softmax),
        ],
    };
}
