using FashionPipeline.Data;
using FashionPipeline.Numerics.Random;
using FashionPipeline.Training;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Training;

/// <summary>Noisy 8x8 images with a bright stripe in one of three places: a task for small networks.</summary>
internal static class Stripes
{
    public const int Classes = 3;

    public static TrainingData Data { get; } = new(Images(150, seed: 1), Images(60, seed: 2));

    public static Network Convolutional { get; } = new()
    {
        Name = "small",
        Layers =
        [
            new Conv2DLayer(4, 3, 3, Padding.Same, Activation.Relu),
            new MaxPool2DLayer(2, 2),
            new DropoutLayer(0.25),
            new FlattenLayer(),
            new DenseLayer(16, Activation.Tanh),
            new DropoutLayer(0.5),
            new DenseLayer(Classes),
            new ActivationLayer(Activation.Softmax),
        ],
    };

    /// <summary>The same behind random shifts and flips.</summary>
    public static Network Augmented { get; } =
        Convolutional with { Layers = [new RandomShiftLayer(1), new RandomFlipLayer(), .. Convolutional.Layers] };

    public static Network Normalised { get; } = new()
    {
        Name = "normalised",
        Layers =
        [
            new BatchNormLayer(Momentum: 0.9),
            new Conv2DLayer(4, 3, 3),
            new BatchNormLayer(Momentum: 0.8),
            new ActivationLayer(Activation.Relu),
            new FlattenLayer(),
            new DenseLayer(16),
            new BatchNormLayer(Momentum: 0.7),
            new DenseLayer(Classes),
        ],
    };

    /// <summary>Residual blocks behind augmented images, with all that training has beside them.</summary>
    public static Network Residual { get; } = new()
    {
        Name = "residual",
        IsFlippedInTest = true,
        Layers =
        [
            new RandomShiftLayer(1),
            new RandomFlipLayer(),
            new RandomEraseLayer(2),
            new ResidualLayer([new Conv2DLayer(4, 3, 3, Padding.Same, Strides: 2), new BatchNormLayer(Momentum: 0.7)], Activation.Relu),
            new ResidualLayer([new Conv2DLayer(4, 3, 3, Padding.Same), new DropoutLayer(0.2)], Activation.Relu),
            new GlobalAveragePool2DLayer(),
            new DenseLayer(Classes),
        ],
    };

    public static TrainingOptions ResidualOptions { get; } = new()
    {
        Optimiser = OptimiserKind.Sgd, LearningRate = 0.1, Momentum = 0.9, IsNesterov = true, WeightDecay = 0.01,
        Schedule = FashionPipeline.Numerics.Kernels.ScheduleShape.Step, ClipNorm = 0.5, LabelSmoothing = 0.1, Epochs = 3, BatchSize = 16,
    };

    public static TrainingOptions Options { get; } = new() { Epochs = 3, BatchSize = 16, LearningRate = 0.01 };

    private static LabelledImages Images(int count, ulong seed)
    {
        var stream = new RandomStream(seed, RandomPurpose.SyntheticData);
        var pixels = new byte[count * 64];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (image, row) = (i / 64, i % 64 / 8);
            pixels[i] = (byte)((stream.UInt32(i) % 100) + (row / 3 == image % Classes ? 60 : 0));
        }

        byte[] labels = [.. Enumerable.Range(0, count).Select(i => (byte)(i % Classes))];
        return new LabelledImages { Height = 8, Width = 8, Pixels = pixels, Labels = labels };
    }
}
