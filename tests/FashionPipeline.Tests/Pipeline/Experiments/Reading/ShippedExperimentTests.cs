using FashionPipeline.Data;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Training;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Pipeline.Experiments.Reading;

public sealed class ShippedExperimentTests
{
    private static Experiment Load(string name) => ExperimentLoader.Load(name, [], ShippedFiles.Folder);

    private static long Parameters(ExperimentModel model) =>
        NetworkSummary.Of(model.Network, new ImageShape(28, 28)).Sum(layer => layer.Parameters);

    [Fact]
    public void Should_load_every_shipped_experiment() =>
        Assert.Equal(
            [
                "fashion-mnist", "fashion-mnist-better", "fashion-mnist-normalised", "fashion-mnist-rates", "fashion-mnist-seeds",
                "quickstart",
            ],
            ShippedFiles.Yaml.Where(file => !file.Contains('/', StringComparison.Ordinal))
                .Select(file => Load(Path.GetFileNameWithoutExtension(file)).Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Should_have_the_networks_of_the_source()
    {
        var experiment = Load("fashion-mnist");

        Assert.Equal([669_706, 600_810], experiment.Models.Select(Parameters));
        Assert.Equal([InputScaling.Unit, InputScaling.Raw], experiment.Models.Select(model => model.Input));
        Assert.Equal(new Conv2DLayer(32, 3, 3), experiment.Models[1].Network.Layers[0]);
        Assert.Equal(new Conv2DLayer(32, 3, 3, Activation: Activation.Relu), experiment.Models[1].Network.Layers[1]);
        var dropouts = experiment.Models.SelectMany(model => model.Network.Layers).OfType<DropoutLayer>();
        Assert.Equal([0.15, 0.15, 0.2, 0.2], dropouts.Select(dropout => dropout.Rate));
    }

    [Fact]
    public void Should_train_as_keras_does_by_default()
    {
        var experiment = Load("fashion-mnist");

        Assert.Equal([12345UL], experiment.Seeds);
        Assert.Equal(
            new TrainingOptions { Epochs = 5, BatchSize = 64, LearningRate = 0.001, Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1e-7 },
            experiment.Training);
        Assert.Equal(SelectionCriterion.TrainingPlusValidationAccuracy, experiment.Selection);
        Assert.Equal((5, 2), (experiment.Embedding!.Neighbours, experiment.Embedding.Dimensions));
    }

    [Fact]
    public void Should_keep_the_published_numbers_consistent()
    {
        var published = Load("fashion-mnist").Published!;

        Assert.Equal("cnn", published.BestModel);
        Assert.Equal([669_706L, 600_810L], published.Models.Select(model => model.Parameters!.Value));
        Assert.Equal(10, published.LabelCorrect.Count);

        // Each class has 1,000 test images, and the matrix's diagonal is what was classified correctly: 8,705 of 10,000.
        for (var label = 0; label < 10; label++)
        {
            Assert.Equal(1000, published.Confusion.Skip(label * 10).Take(10).Sum());
            Assert.Equal(published.LabelCorrect[label], published.Confusion[label * 11] / 1000.0, 12);
        }

        var correct = Enumerable.Range(0, 10).Sum(label => published.Confusion[label * 11]);
        Assert.Equal(published.Models[1].ValidationAccuracy!.Value, correct / 10_000.0, 12);
    }

    // What the source would have trained, on the images that are not set aside; and no choice by the test images.
    [Fact]
    public void Should_measure_the_better_model_by_those_of_the_source()
    {
        var (source, better) = (Load("fashion-mnist"), Load("fashion-mnist-better"));

        Assert.Equal(source.Models.Select(model => model.Training), better.Models.Take(2).Select(model => model.Training));
        Assert.Equal(
            source.Models.SelectMany(model => model.Network.Layers), better.Models.Take(2).SelectMany(model => model.Network.Layers));
        Assert.Equal(["cnn", "mlp"], better.Baselines);
        Assert.NotNull(better.Validation);
        Assert.Equal(SelectionCriterion.ValidationAccuracy, better.Selection);
    }

    [Fact]
    public void Should_differ_in_nothing_but_the_pixels_of_model_2_where_it_is_normalised()
    {
        var source = Load("fashion-mnist");
        var normalised = Load("fashion-mnist-normalised");

        Assert.Equal([InputScaling.Unit, InputScaling.Unit], normalised.Models.Select(model => model.Input));
        Assert.Equal(source.Models.Select(model => model.Title), normalised.Models.Select(model => model.Title));
        Assert.Equal(source.Models.SelectMany(model => model.Network.Layers), normalised.Models.SelectMany(model => model.Network.Layers));
        Assert.Equal(source.Training, normalised.Training);
        Assert.Null(normalised.Published);
    }

    // The seed of the source among them, so that the report of fashion-mnist can tell that the models are the same.
    [Fact]
    public void Should_differ_in_nothing_but_the_seeds_where_there_are_five()
    {
        var (source, five) = (Load("fashion-mnist"), Load("fashion-mnist-seeds"));

        Assert.Equal(5, five.Seeds.Count);
        Assert.Equal(source.Seeds[0], five.Seeds[0]);
        Assert.Equal(source.Models.Select(model => model.Input), five.Models.Select(model => model.Input));
        Assert.Equal(source.Models.SelectMany(model => model.Network.Layers), five.Models.SelectMany(model => model.Network.Layers));
        Assert.Equal((source.Training, source.Selection), (five.Training, five.Selection));
        Assert.Equal(["fashion-mnist-seeds"], source.CompareWith);
        Assert.Empty(five.CompareWith);
        Assert.Empty(Load("fashion-mnist-normalised").CompareWith);
    }

    [Fact]
    public void Should_describe_the_published_files()
    {
        var data = Load("fashion-mnist").DataSet;

        Assert.False(data.IsSynthetic);
        Assert.Equal(DataFormat.Idx.Roles, data.Files.Select(file => file.Role));
        Assert.Equal([26_421_880L, 29_515L, 4_422_102L, 5_148L], data.Files.Select(file => file.Bytes));
        Assert.Equal(2, data.Sources.Count);
        Assert.Equal(("T-shirt/top", "Ankle boot"), (data.LabelNames[0], data.LabelNames[9]));
    }

    [Fact]
    public void Should_need_no_file_for_quickstart()
    {
        var data = Load("quickstart").DataSet;

        Assert.True(data.IsSynthetic);
        Assert.Equal((6000, 1000), (data.Synthetic!.TrainCount, data.Synthetic.TestCount));
        Assert.Empty(data.Files);
        Assert.Empty(data.Sources);
    }
}
