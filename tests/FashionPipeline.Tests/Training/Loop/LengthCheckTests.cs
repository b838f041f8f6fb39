using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Training;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Loop;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Training.Loop;

public sealed class LengthCheckTests
{
    private static readonly Network Wide = new()
    {
        Name = "wide",
        Layers = [new Conv2DLayer(50_000, 1, 1), new MaxPool2DLayer(28, 28), new FlattenLayer(), new DenseLayer(10)],
    };

    private static readonly LabelledImages Images = new() { Height = 28, Width = 28, Pixels = new byte[128 * 784], Labels = new byte[128] };

    [Fact]
    public void Should_name_the_layer_that_gives_more_than_an_array_holds() => Assert.Equal(
        ["conv2d gives 5,017,600,000 values for a batch of 128 images; an array holds 2,147,483,591. "
            + "Make the layer, the images or the batch smaller"],
        LengthCheck.OfLayers(Wide, Images.Shape, batch: 128));

    [Fact]
    public void Should_let_layers_pass_that_fit() => Assert.Empty(LengthCheck.OfLayers(Wide, Images.Shape, batch: 32));

    // 784 * 300,000 + 300,000 + 300,000 * 10 + 10 parameters of 4 bytes, three times.
    [Fact]
    public void Should_say_that_a_checkpoint_would_be_too_long() => Assert.Equal(
        "a checkpoint would have 2,862,000,120 bytes, for 238,500,010 parameters and two moments of each; an array holds 2,147,483,591. "
            + "Make layers smaller",
        LengthCheck.OfCheckpoint(Checkpointed(300_000), Images.Shape, keepsBest: false));

    // 200,000 units make 1.9 GB, and a copy of the best epoch's another 0.6.
    [Fact]
    public void Should_count_the_best_epoch_that_a_checkpoint_keeps()
    {
        Assert.Null(LengthCheck.OfCheckpoint(Checkpointed(200_000), Images.Shape, keepsBest: false));
        Assert.Contains("2,544,000,160 bytes", LengthCheck.OfCheckpoint(Checkpointed(200_000), Images.Shape, keepsBest: true)!,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_that_there_would_be_too_many_probabilities()
    {
        Assert.Equal(
            "10,000,000 images and 256 classes make 2,560,000,000 probabilities; an array holds 2,147,483,591. Classify fewer images",
            LengthCheck.OfProbabilities(10_000_000, 256));
        Assert.Null(LengthCheck.OfProbabilities(10_000, 10));
    }

    // It measures in batches of 128 images, however small those are that it trains on.
    [Fact]
    public void Should_refuse_to_train_and_to_predict_what_no_array_holds()
    {
        var training = Assert.Throws<InputException>(
            () => Trainer.Train(
                Wide, new TrainingOptions { BatchSize = 1 }, new TrainingData(Images, Images), classes: 10,
                cancellationToken: TestContext.Current.CancellationToken));
        var prediction = Assert.Throws<InputException>(() => Predictor.Predict(Wide, new TrainingOptions(), [], Images, classes: 10));

        Assert.StartsWith("Network 'wide' cannot be trained:\n  conv2d gives 5,017,600,000", training.Message, StringComparison.Ordinal);
        Assert.StartsWith("Network 'wide' cannot classify:\n  conv2d gives 5,017,600,000", prediction.Message, StringComparison.Ordinal);
    }

    private static Network Checkpointed(int units) => new() { Name = "n", Layers = [new DenseLayer(units), new DenseLayer(10)] };
}
