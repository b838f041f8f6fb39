using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Training;
using FashionPipeline.Training.Checkpoints;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Loop;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Training.Loop;

public class PredictorTests
{
    private static readonly TrainingOptions Raw = new() { Scaling = InputScaling.Raw };

    [Fact]
    public void Should_flatten_with_channels_fastest()
    {
        // Two filters of 1x1 with factors 1 and 10 on the pixels 1 and 2: [[1, 10], [2, 20]] -> 1, 10, 2, 20.
        var network = new Network { Name = "n", Layers = [new Conv2DLayer(2, 1, 1), new FlattenLayer(), new DenseLayer(4)] };
        var weights = Weights(
            new NamedTensor("conv2d.kernel", [1, 1, 1, 2], [1, 10]),
            new NamedTensor("conv2d.bias", [2], [0, 0]),
            new NamedTensor("dense.kernel", [4, 4], [0.1f, 0, 0, 0, 0, 0.1f, 0, 0, 0, 0, 0.1f, 0, 0, 0, 0, 0.1f]),
            new NamedTensor("dense.bias", [4], [0, 0, 0, 0]));

        AssertSoftmax([0.1, 1, 0.2, 2], Predictor.Predict(network, Raw, weights, Image(1, 2, 1, 2), 4));
    }

    [Fact]
    public void Should_slide_the_kernel_as_Keras_does_and_pad_an_even_one_behind()
    {
        // Kernel [[1, 2], [3, 4]] over [[1, 2], [3, 4]], one row and column of zeros behind:
        // 1+4+9+16 = 30; 2+12 = 14; 3+8 = 11; 4, each plus the bias 1, times 0.1, the last plus 1.
        var network = new Network { Name = "n", Layers = [new Conv2DLayer(1, 2, 2, Padding.Same), new FlattenLayer(), new DenseLayer(4)] };
        var weights = Weights(
            new NamedTensor("conv2d.kernel", [2, 2, 1, 1], [1, 2, 3, 4]),
            new NamedTensor("conv2d.bias", [1], [1]),
            new NamedTensor("dense.kernel", [4, 4], [0.1f, 0, 0, 0, 0, 0.1f, 0, 0, 0, 0, 0.1f, 0, 0, 0, 0, 0.1f]),
            new NamedTensor("dense.bias", [4], [0, 0, 0, 1]));

        AssertSoftmax([3.1, 1.5, 1.2, 1.5], Predictor.Predict(network, Raw, weights, Image(2, 2, 1, 2, 3, 4), 4));
    }

    [Fact]
    public void Should_take_the_largest_value_of_each_window_and_scale_pixels_to_unit()
    {
        var network = new Network { Name = "n", Layers = [new MaxPool2DLayer(2, 2), new FlattenLayer(), new DenseLayer(2)] };
        var weights = Weights(new NamedTensor("dense.kernel", [2, 2], [1, 0, 0, 1]), new NamedTensor("dense.bias", [2], [0, 0]));
        var image = Image(2, 5, 0, 51, 3, 4, 255, 7, 9, 102, 1, 255);

        AssertSoftmax([0.2, 0.4], Predictor.Predict(network, new TrainingOptions(), weights, image, 2));
    }

    // Logits are the pixels: 1, 2, 5, and 5, 2, 1 of the mirror image.
    [Fact]
    public void Should_take_the_mean_of_an_image_and_its_mirror_image_where_it_is_asked_for()
    {
        var network = new Network { Name = "n", Layers = [new DenseLayer(3)], IsFlippedInTest = true };
        var weights = Weights(
            new NamedTensor("dense.kernel", [3, 3], [1, 0, 0, 0, 1, 0, 0, 0, 1]), new NamedTensor("dense.bias", [3], [0, 0, 0]));

        AssertSoftmax([3, 2, 3], Predictor.Predict(network, Raw, weights, Image(1, 3, 1, 2, 5), 3));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Should_agree_with_the_accuracy_that_training_measured(bool isFlipped)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var network = Stripes.Convolutional with { IsFlippedInTest = isFlipped };
        var result = Trainer.Train(
            network, Stripes.Options, Stripes.Data, Stripes.Classes, cancellationToken: cancellation);
        var test = Stripes.Data.Validation;

        var probabilities = Predictor.Predict(network, Stripes.Options, result.Weights, test, Stripes.Classes);

        var rows = probabilities.Chunk(Stripes.Classes).ToList();
        var correct = rows.Where((row, i) => Array.IndexOf(row, row.Max()) == test.Labels[i]).Count();
        Assert.Equal(test.Count, rows.Count);
        Assert.All(rows, row => Assert.Equal(1, row.Sum(), 1e-5f));
        Assert.Equal(result.History[^1].ValidationAccuracy, (double)correct / test.Count);
    }

    [Fact]
    public void Should_reject_the_weights_of_another_network()
    {
        var network = new Network { Name = "mlp", Layers = [new DenseLayer(2)] };
        var weights = Weights(new NamedTensor("dense.kernel", [3, 2], new float[6]), new NamedTensor("dense.bias", [2], new float[2]));

        var exception = Assert.Throws<InputException>(() => Predictor.Predict(network, Raw, weights, Image(1, 2, 1, 2), 2));

        Assert.Contains("'dense.kernel' has shape [3, 2], expected [2, 2]", exception.Message, StringComparison.Ordinal);
    }

    private static byte[] Weights(params NamedTensor[] tensors) => SafeTensors.Write(tensors, new Dictionary<string, string>());

    private static LabelledImages Image(int height, int width, params byte[] pixels) =>
        new() { Height = height, Width = width, Pixels = pixels, Labels = [0] };

    private static void AssertSoftmax(double[] logits, float[] probabilities)
    {
        var sum = logits.Sum(Math.Exp);
        Assert.Equal(
            logits.Select(logit => Math.Exp(logit) / sum),
            probabilities.Select(value => (double)value),
            (expected, found) => Math.Abs(expected - found) < 1e-6);
    }
}
