using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Training;

namespace FashionPipeline.Tests.Pipeline.Stages;

public sealed class EvaluateStageTests : IDisposable
{
    private static readonly EvaluateStage Stage =
        new() { Network = SmallExperiment.Network, Options = SmallExperiment.Options, Classes = 3 };

    private readonly StageDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Should_declare_the_network_and_nothing_of_how_it_was_trained()
    {
        Assert.Equal(
            [
                "classes: 3", "model.input: unit",
                "model.layers.01: flatten", "model.layers.02: dense: {units: 3, activation: linear, initialiser: glorot_uniform}",
            ],
            StageDesk.Settings(Stage));
        Assert.Equal(
            StageDesk.Settings(Stage),
            StageDesk.Settings(Stage with { Options = new TrainingOptions { Epochs = 9, Seed = 9, BatchSize = 9, LearningRate = 9 } }));
        Assert.NotEqual(
            StageDesk.Settings(Stage), StageDesk.Settings(Stage with { Options = new TrainingOptions { Scaling = InputScaling.Raw } }));
    }

    [Fact]
    public void Should_count_the_predictions_that_it_makes()
    {
        var made = desk.Run(Stage, Inputs(Weights()));

        Assert.Equal(["classification.json", "confusion.json", "predictions.parquet"], made.Keys);
        Assert.Equal(["test", "weights"], desk.Read);
        var predictions = PredictionParquet.Read(made["predictions.parquet"], "predictions");
        Assert.Equal(SmallExperiment.Test.Labels, predictions.Labels);
        var confusion = CanonicalJson.Read<ConfusionMatrix>(made["confusion.json"]);
        var right = predictions.PredictedLabels.Zip(predictions.Labels).Count(pair => pair.First == pair.Second);
        Assert.Equal((SmallExperiment.Test.Count, right), (confusion.Total, confusion.Correct));
        Assert.Equal((double)right / 8, CanonicalJson.Read<ClassificationReport>(made["classification.json"]).Accuracy);
    }

    [Fact]
    public void Should_name_the_network_whose_weights_are_damaged()
    {
        var fault = Assert.Throws<InputException>(() => desk.Run(Stage, Inputs(Weights()[..^1])));

        Assert.StartsWith("weights of 'small' is not a whole safetensors file", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_that_a_network_has_other_classes_than_the_data() =>
        Assert.Contains(
            "Network 'small' cannot classify",
            Assert.Throws<InputException>(() => desk.Run(Stage with { Classes = 4 }, Inputs(Weights()))).Message,
            StringComparison.Ordinal);

    private static Dictionary<string, byte[]> Inputs(byte[] weights) => new()
    {
        ["test"] = SmallExperiment.Parquet(SmallExperiment.Test),
        ["weights"] = weights,
    };

    private static byte[] Weights()
    {
        using var desk = new StageDesk();
        var stage = new TrainStage { Network = SmallExperiment.Network, Options = SmallExperiment.Options, Classes = 3 };
        var splits = new Dictionary<string, byte[]>
        {
            ["train"] = SmallExperiment.Parquet(SmallExperiment.Train),
            ["validation"] = SmallExperiment.Parquet(SmallExperiment.Test),
        };
        return desk.Run(stage, splits)["weights.safetensors"];
    }
}
