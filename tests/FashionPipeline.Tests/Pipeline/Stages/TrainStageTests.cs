using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Training;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Pipeline.Stages;

/// <summary>Which settings of a run are of its training, and which of its evaluation.</summary>
public sealed class TrainStageTests
{
    private static readonly Network Network = new() { Name = "mlp", Layers = [new FlattenLayer(), new DenseLayer(3)] };

    private static readonly TrainStage Train = new() { Network = Network, Options = new TrainingOptions { Seed = 1 }, Classes = 3 };

    private static readonly EvaluateStage Evaluate = new() { Network = Network, Options = Train.Options, Classes = 3 };

    [Fact]
    public void Should_train_again_with_another_seed_and_evaluate_again_only_other_weights()
    {
        var other = Train.Options with { Seed = 2 };

        Assert.NotEqual(Train.Settings, (Train with { Options = other }).Settings);
        Assert.Equal(Evaluate.Settings, (Evaluate with { Options = other }).Settings);
    }

    // A model's name is for readers: two of the same layers are one computation.
    [Fact]
    public void Should_not_depend_on_the_name_of_a_network()
    {
        var renamed = Network with { Name = "other" };

        Assert.Equal(Train.Settings, (Train with { Network = renamed }).Settings);
        Assert.Equal(Evaluate.Settings, (Evaluate with { Network = renamed }).Settings);
    }

    [Fact]
    public void Should_depend_on_every_layer_the_scaling_and_the_classes()
    {
        var other = Network with { Layers = [new FlattenLayer(), new DenseLayer(3, Activation.Tanh)] };
        var raw = Train.Options with { Scaling = InputScaling.Raw };

        Assert.All(
            [Train with { Network = other }, Train with { Options = raw }, Train with { Classes = 4 }],
            stage => Assert.NotEqual(Train.Settings, stage.Settings));
        Assert.All(
            [Evaluate with { Network = other }, Evaluate with { Options = raw }, Evaluate with { Classes = 4 }],
            stage => Assert.NotEqual(Evaluate.Settings, stage.Settings));
    }
}
