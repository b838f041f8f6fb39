using FashionPipeline.Benchmarks.Epoch;
using FashionPipeline.Data;
using FashionPipeline.Data.Synthetic;
using FashionPipeline.Tests.Training;
using FashionPipeline.Training;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Benchmarks.Epoch;

public sealed class EpochStudyTests
{
    private const int Classes = 10;
    private static readonly TrainingOptions Options = new() { Epochs = 2 };

    // The last batch of training and of validation is a smaller one. Where the kernels reached other metrics, it would throw.
    [Theory]
    [InlineData("mlp", InputScaling.Unit)]
    [InlineData("cnn", InputScaling.Raw)]
    public void Should_train_by_the_kernels_alone_as_the_trainer_does(string model, InputScaling scaling)
    {
        var network = model == "mlp" ? SourceNetworks.Mlp : SourceNetworks.Cnn;

        var cost = Measure(network, Options with { Scaling = scaling });

        Assert.Equal(
            NetworkSummary.Of(network, new(28, 28)).Select(layer => layer.Name).Where(name => name != "flatten").ToHashSet(),
            [.. cost.Operations.Select(operation => operation.Name).Except(["pixel gather", "loss", "Adam"])]);
        Assert.All(cost.Operations, operation => Assert.True(operation.Seconds > 0, $"{operation} took no time"));
    }

    [Fact]
    public void Should_count_the_products_of_an_epoch()
    {
        var cost = Measure(SourceNetworks.Mlp, Options);

        // Forward, and back to each kernel; back to the input but for the pixels; forward in validation.
        const double First = 784 * 512, Others = (512 * 512) + (512 * 10);
        Assert.Equal(2 * ((100 * ((2 * First) + (3 * Others))) + (150 * (First + Others))), cost.Flops);
    }

    [Fact]
    public void Should_know_padding_and_other_first_weights()
    {
        var network = new Network
        {
            Name = "same",
            Layers =
            [
                new Conv2DLayer(4, 3, 3, Padding.Same, Activation.Relu, Initialiser.HeNormal), new FlattenLayer(), new DenseLayer(Classes),
            ],
        };

        Assert.True(Measure(network, Options).KernelSeconds > 0);
    }

    [Fact]
    public void Should_name_a_layer_whose_kernels_it_does_not_know()
    {
        var network = new Network { Name = "other", Layers = [new AveragePool2DLayer(2, 2), new FlattenLayer(), new DenseLayer(Classes)] };

        var fault = Assert.Throws<NotSupportedException>(() => Measure(network, Options));

        Assert.Contains("average_pooling2d", fault.Message, StringComparison.Ordinal);
    }

    private static EpochCost Measure(Network network, TrainingOptions options)
    {
        var images = SyntheticGarments.Generate(new SyntheticOptions { TrainCount = 100, TestCount = 150 });
        return EpochStudy.Measure(network, options, new TrainingData(images.Train, images.Test), Classes);
    }
}
