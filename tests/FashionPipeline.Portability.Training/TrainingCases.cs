using FashionPipeline.Data;
using FashionPipeline.Data.Synthetic;
using FashionPipeline.Training;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Loop;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Portability.Training;

/// <summary>
/// Whole trainings of one epoch: of the networks of the experiment quickstart, on so few images that an emulated processor ends soon.
/// </summary>
public static class TrainingCases
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<Case> All { get; } =
    [
        new("training/mlp", () => Train(
            new DenseLayer(64, Activation.Relu),
            new DropoutLayer(0.15),
            new DenseLayer(10, Activation.Softmax))),
        new("training/cnn", () => Train(
            new Conv2DLayer(8, 3, 3, Activation: Activation.Relu),
            new MaxPool2DLayer(2, 2),
            new DropoutLayer(0.2),
            new FlattenLayer(),
            new DenseLayer(32, Activation.Relu),
            new DenseLayer(10, Activation.Softmax))),
    ];

    // The weights, and then the losses. Seven full batches and a smaller one.
    private static byte[] Train(params Layer[] layers)
    {
        var images = SyntheticGarments.Generate(new SyntheticOptions { TrainCount = 500, TestCount = 100 });
        var options = new TrainingOptions { Epochs = 1, BatchSize = 64, Scaling = InputScaling.Unit };
        var result = Trainer.Train(new Network { Name = "network", Layers = layers }, options,
            new TrainingData(images.Train, images.Test), classes: 10);
        var epoch = result.History.Single();
        return [.. result.Weights, .. Bits.Of(epoch.Loss, epoch.ValidationLoss)];
    }
}
