using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Numerics.Random;
using FashionPipeline.Training;
using FashionPipeline.Training.Checkpoints;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Loop;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Training.Loop;

public class TrainerTests
{
    [Fact]
    public void Should_learn_and_report_every_epoch()
    {
        var reports = new Reports();

        var result = Train(Stripes.Options with { Epochs = 8 }, reports);

        Assert.Equal(Enumerable.Range(1, 8), result.History.Select(metrics => metrics.Epoch));
        Assert.True(result.History[^1].ValidationAccuracy > 0.9, $"validation accuracy {result.History[^1].ValidationAccuracy}");
        Assert.True(result.History[^1].Loss < result.History[0].Loss);
        Assert.Equal(result.History, reports.All.Select(report => report.Finished).OfType<EpochMetrics>());
        Assert.All(reports.All, report => Assert.Equal((8, 10), (report.Epochs, report.Steps)));
    }

    // Red, green and blue squares are equal as grey ones: only who sees channels tells them apart.
    [Theory]
    [InlineData(Arithmetic.Portable)]
    [InlineData(Arithmetic.Libtorch)]
    public void Should_learn_colours(Arithmetic numerics)
    {
        var data = new TrainingData(Squares(90), Squares(30));
        var network = new Network
        {
            Name = "colours",
            Layers = [new Conv2DLayer(4, 2, 2, Activation: Activation.Relu), new FlattenLayer(), new DenseLayer(3)],
        };
        var options = new TrainingOptions
        {
            Epochs = 20,
            BatchSize = 10,
            LearningRate = 0.02,
            Scaling = InputScaling.Unit,
            Numerics = numerics,
        };

        var history = Trainer.Train(network, options, data, classes: 3, cancellationToken: TestContext.Current.CancellationToken).History;

        Assert.Equal(1, history[^1].ValidationAccuracy);

        static LabelledImages Squares(int count) => new()
        {
            Height = 3,
            Width = 3,
            Channels = 3,
            Pixels = [.. Enumerable.Range(0, count * 27).Select(i => (byte)(i % 3 == i / 27 % 3 ? 200 : 20))],
            Labels = [.. Enumerable.Range(0, count).Select(i => (byte)(i % 3))],
        };
    }

    [Fact]
    public void Should_give_the_same_bytes_for_the_same_seed_and_others_for_another()
    {
        var first = Train(Stripes.Options);
        var second = Train(Stripes.Options);
        var other = Train(Stripes.Options with { Seed = 1 });

        Assert.Equal(first.Weights, second.Weights);
        Assert.Equal(first.History, second.History);
        Assert.NotEqual(first.Weights, other.Weights);
    }

    [Fact]
    public void Should_take_all_images_at_once_where_the_batch_is_larger() => Assert.Equal(
        Train(Stripes.Options with { BatchSize = Stripes.Data.Train.Count }).Weights,
        Train(Stripes.Options with { BatchSize = int.MaxValue }).Weights);

    [Fact]
    public void Should_descend_along_the_gradient_that_was_derived_by_hand()
    {
        // With so large an ε, Adam's first step is the gradient itself: lr·sqrt(1-β2)/(1-β1) · (1-β1)g/ε = g.
        var options = new TrainingOptions { Epochs = 1, Epsilon = 1e6, LearningRate = 1e6 / Math.Sqrt(1 - 0.999) };
        var image = new LabelledImages { Height = 1, Width = 2, Pixels = [51, 255], Labels = [1] };
        var network = new Network { Name = "linear", Layers = [new DenseLayer(2, Activation.Softmax)] };
        var start = new float[4];
        GlorotUniform.Fill(start, new RandomStream(options.Seed, RandomPurpose.Weights), 2, 2);
        double[] x = [0.2, 1];
        var logits = new[] { (x[0] * start[0]) + (x[1] * start[2]), (x[0] * start[1]) + (x[1] * start[3]) };
        var probability = Math.Exp(logits[0]) / (Math.Exp(logits[0]) + Math.Exp(logits[1]));
        double[] error = [probability, -probability];

        var data = new TrainingData(image, image);
        var result = Trainer.Train(network, options, data, 2, cancellationToken: TestContext.Current.CancellationToken);

        var weights = SafeTensors.Read(result.Weights, "weights");
        var kernel = weights.Get("dense.kernel", [2, 2], "weights");
        var bias = weights.Get("dense.bias", [2], "weights");
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(start[i] - (x[i / 2] * error[i % 2]), kernel[i], 1e-5);
        }

        Assert.Equal([-error[0], -error[1]], bias.Select(value => (double)value), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal(-Math.Log(1 - probability), result.History[0].Loss, 1e-5);
    }

    [Fact]
    public void Should_name_every_fault_before_it_starts()
    {
        var wrong = Stripes.Options with { Epochs = 0, BatchSize = 0 };

        var exception = Assert.Throws<InputException>(() => Trainer.Train(
            Stripes.Convolutional, wrong, Stripes.Data, 2, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("epochs is 0", exception.Message, StringComparison.Ordinal);
        Assert.Contains("batch size is 0", exception.Message, StringComparison.Ordinal);
        Assert.Contains("labels go up to 2", exception.Message, StringComparison.Ordinal);
        Assert.Contains("2 classes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_stop_with_a_message_when_the_loss_is_no_longer_finite()
    {
        var exception = Assert.Throws<DivergenceException>(() => Train(Stripes.Options with { LearningRate = 1e38 }));

        Assert.Contains("diverged", exception.Message, StringComparison.Ordinal);
    }

    // In the last step, after the loss was taken.
    [Fact]
    public void Should_stop_with_a_message_when_the_weights_of_the_last_step_predict_nothing()
    {
        var options = Stripes.Options with { LearningRate = 1e38, Epochs = 1, BatchSize = Stripes.Data.Train.Count };

        var exception = Assert.Throws<DivergenceException>(() => Train(options));

        Assert.StartsWith("the validation loss of epoch 1 is ", exception.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_stop_when_asked()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            Trainer.Train(Stripes.Convolutional, Stripes.Options, Stripes.Data, Stripes.Classes, cancellationToken: source.Token));
    }

    private static TrainingResult Train(TrainingOptions options, Reports? reports = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        return Trainer.Train(Stripes.Convolutional, options, Stripes.Data, Stripes.Classes, null, null, reports, cancellation);
    }
}
