using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Pipeline.Experiments.Texts;
using FashionPipeline.Training;
using FashionPipeline.Training.Layers;

namespace FashionPipeline.Tests.Pipeline.Experiments.Texts;

/// <summary>What a reader is told of layers and trainings: enough to build them again.</summary>
public class WordsTests
{
    public static TheoryData<Layer, string> Layers { get; } = new()
    {
        { new DenseLayer(512, Activation.Relu), "512 units, ReLU, Glorot uniform" },
        { new Conv2DLayer(32, 3, 5), "32 filters, 3 × 5 kernel, no padding, linear, Glorot uniform, strides 1" },
        {
            new Conv2DLayer(32, 3, 3, Padding.Same, Activation.Tanh, Initialiser.HeNormal, Strides: 2),
            "32 filters, 3 × 3 kernel, same padding, tanh, He normal, strides 2"
        },
        { new MaxPool2DLayer(2, 2), "2 × 2 window" },
        { new DropoutLayer(0.15), "rate 0.15" },
        { new BatchNormLayer(Momentum: 0.9), "momentum 0.9, epsilon 0.001" },
        { new RandomShiftLayer(2), "up to 2 px" },
        { new ActivationLayer(Activation.Softmax), "softmax" },
        { new ResidualLayer([new FlattenLayer()], Activation.Relu), "ReLU" },
        { new FlattenLayer(), "" },
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void Should_name_every_setting_of_a_layer(Layer layer, string words) => 
        Assert.Equal(words, string.Join(", ", LayerWords.Of(layer).Select(setting => setting.Words)));

    [Fact]
    public void Should_tell_how_a_plain_model_is_trained() => Assert.Equal(
        "Adam (learning rate 0.001, β1 0.9, β2 0.999, epsilon 1e−7) minimises the cross-entropy of the softmax output, in batches of 64 "
            + "images that are drawn in a new order in each epoch, for 5 epochs; the last batch of an epoch may be smaller. Random numbers "
            + "are those of Philox4x32-10, addressed by seed, epoch, step and layer. Kernels start from the distribution that is named "
            + "with their layer, biases from 0.",
        TrainingWords.Of(new TrainingOptions(), isFlippedInTest: false));

    [Fact]
    public void Should_tell_of_everything_that_is_switched_on()
    {
        var words = TrainingWords.Of(
            new TrainingOptions
            {
                Optimiser = OptimiserKind.Sgd, LearningRate = 0.1, Momentum = 0.9, IsNesterov = true, WeightDecay = 0.01, ClipNorm = 2,
                LabelSmoothing = 0.1, Schedule = ScheduleShape.Step, Epochs = 20, Patience = 3,
            },
            isFlippedInTest: true);

        Assert.StartsWith(
            "Stochastic gradient descent (learning rate 0.1, Nesterov momentum 0.9, weight decay 0.01 of kernels) minimises the "
                + "cross-entropy of the softmax output, with 0.1 of each label shared out among all classes,",
            words,
            StringComparison.Ordinal);
        Assert.Contains("for at most 20 epochs: after 3 without a lower validation loss", words, StringComparison.Ordinal);
        Assert.Contains("falls to a tenth after half of the steps", words, StringComparison.Ordinal);
        Assert.Contains("above 2 are scaled down", words, StringComparison.Ordinal);
        Assert.EndsWith("the mean over an image and its mirror image.", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ScheduleShape.Constant, "")]
    [InlineData(ScheduleShape.Cosine, "falls to 0 along half a cosine")]
    [InlineData(ScheduleShape.OneCycle, "rises from a 25th")]
    public void Should_tell_how_the_learning_rate_goes(ScheduleShape schedule, string words)
    {
        var text = TrainingWords.Of(new TrainingOptions { Schedule = schedule, WeightDecay = 0.1 }, isFlippedInTest: false);

        Assert.StartsWith("AdamW (", text, StringComparison.Ordinal);
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Equal(words.Length == 0, !text.Contains("The learning rate", StringComparison.Ordinal));
    }
}
