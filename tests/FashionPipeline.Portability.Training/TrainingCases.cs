using FashionPipeline.Data;
using FashionPipeline.Data.Synthetic;
using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Loop;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Portability.Training;

/// <summary>
/// Whole trainings of one epoch: of the networks of the experiment quickstart, and of a residual one with all that training has beside
/// them, on so few images that an emulated processor ends soon.
/// </summary>
public static class TrainingCases
{
    private static readonly TrainingOptions Plain = new() { Epochs = 1, BatchSize = 64, Scaling = InputScaling.Unit };

    /// <summary>The cases.</summary>
    public static IReadOnlyList<Case> All { get; } =
    [
        new("training/mlp", () => Train(Plain,
            new DenseLayer(64, Activation.Relu),
            new DropoutLayer(0.15),
            new DenseLayer(10, Activation.Softmax))),
        new("training/cnn", () => Train(Plain,
            new Conv2DLayer(8, 3, 3, Activation: Activation.Relu),
            new MaxPool2DLayer(2, 2),
            new DropoutLayer(0.2),
            new FlattenLayer(),
            new DenseLayer(32, Activation.Relu),
            new DenseLayer(10, Activation.Softmax))),
        new("training/residual", () => Train(
            Plain with
            {
                Optimiser = OptimiserKind.Sgd, LearningRate = 0.05, Momentum = 0.9, IsNesterov = true, WeightDecay = 0.01, ClipNorm = 1,
                LabelSmoothing = 0.1, Schedule = ScheduleShape.OneCycle,
            },
            new RandomFlipLayer(),
            new RandomShiftLayer(2),
            new RandomEraseLayer(8),
            new Conv2DLayer(16, 3, 3, Padding.Same, Strides: 2),
            new BatchNormLayer(Momentum: 0.9),
            new ResidualLayer([new Conv2DLayer(16, 3, 3, Padding.Same), new BatchNormLayer(Momentum: 0.9)], Activation.Relu),
            new MaxPool2DLayer(2, 2),
            new ResidualLayer([new Conv2DLayer(20, 3, 3, Padding.Same)], Activation.Tanh),
            new GlobalAveragePool2DLayer(),
            new DenseLayer(10, Activation.Softmax))),
    ];

    // The weights, and then the losses. Seven full batches and a smaller one.
    private static byte[] Train(TrainingOptions options, params Layer[] layers)
    {
        var images = SyntheticGarments.Generate(new SyntheticOptions { TrainCount = 500, TestCount = 100 });
        var result = Trainer.Train(new Network { Name = "network", Layers = layers, IsFlippedInTest = options != Plain }, options,
            new TrainingData(images.Train, images.Test), classes: 10);
        var epoch = result.History.Single();
        return [.. result.Weights, .. Bits.Of(epoch.Loss, epoch.ValidationLoss)];
    }
}
