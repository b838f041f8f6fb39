using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Tests.Pipeline.Execution;
using FashionPipeline.Tests.Pipeline.Graph;
using FashionPipeline.Training;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Pipeline.Stages;

/// <summary>More epochs go on where fewer ended, with the bits of a training from the start.</summary>
[Collection(AloneCollection.Name)]
public sealed class LongerTrainingTests : IDisposable
{
    private const string Node = "train/small/7";

    private static readonly Network Network = new()
    {
        Name = "small",
        Layers = [new FlattenLayer(), new DenseLayer(8, Activation.Relu), new DropoutLayer(0.5), new DenseLayer(3)],
    };

    private readonly StoreDesk desk = new();

    public void Dispose() => desk.Dispose();

    // Under libtorch the number of threads is a part of the result, and is one for the process: no other test runs meanwhile.
    [Theory]
    [InlineData(Arithmetic.Portable)]
    [InlineData(Arithmetic.Libtorch)]
    public void Should_make_the_bytes_of_a_training_from_the_start(Arithmetic numerics)
    {
        var options = SmallExperiment.Options with { Numerics = numerics };
        Train(options with { Epochs = 2 });
        var longer = Train(options with { Epochs = 4 });

        Assert.Equal(["epoch 2 of 4"], WentOn);
        using var elsewhere = new StoreDesk();
        Assert.Equal(elsewhere.Run(Graph(options with { Epochs = 4 }))[Node].Outputs, longer.Outputs);
        Assert.DoesNotContain(elsewhere.Lines, line => line.Contains("goes on", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_keep_one_state_for_all_lengths_and_go_on_from_it()
    {
        foreach (var epochs in new[] { 3, 2, 5, 4, 6 })
        {
            Train(SmallExperiment.Options with { Epochs = epochs });
        }

        Assert.Equal(["epoch 3 of 5", "epoch 5 of 6"], WentOn);
        Assert.EndsWith(".6", Assert.Single(States), StringComparison.Ordinal);
        Assert.Equal(1, StoreContents.Of(desk.Store.Layout.Folder).Folders.Single(folder => folder.Name == "states").Files);
        Assert.Empty(Directory.EnumerateFiles(desk.Store.Layout.Unfinished));
    }

    [Fact]
    public void Should_begin_anew_where_anything_else_differs()
    {
        Train(SmallExperiment.Options);
        var longer = SmallExperiment.Options with { Epochs = 2 };

        Train(longer with { Seed = 8 });
        Train(longer with { LearningRate = 0.5 });
        Train(longer with { Scaling = InputScaling.Raw });
        Train(longer with { Numerics = Arithmetic.Libtorch });
        Train(longer, Network with { Layers = [new FlattenLayer(), new DropoutLayer(0.5), new DenseLayer(3)] });
        desk.Code = new('d', 64);
        Train(longer);

        Assert.Empty(WentOn);
    }

    [Fact]
    public void Should_begin_anew_where_the_state_is_damaged_or_gone()
    {
        Train(SmallExperiment.Options);
        var state = Assert.Single(States);
        var bytes = File.ReadAllBytes(state);
        bytes[^3] ^= 1;
        File.WriteAllBytes(state, bytes);

        var longer = Train(SmallExperiment.Options with { Epochs = 2 });
        File.Delete(Assert.Single(States));
        Train(SmallExperiment.Options with { Epochs = 3 });

        using var elsewhere = new StoreDesk();
        Assert.Equal(elsewhere.Run(Graph(SmallExperiment.Options with { Epochs = 2 }))[Node].Outputs, longer.Outputs);
        Assert.Empty(WentOn);
        Assert.Single(desk.Lines, line => line.Contains("is damaged or of another training", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_find_a_damaged_state()
    {
        Train(SmallExperiment.Options);
        File.WriteAllText(Assert.Single(States), "no state");

        Assert.StartsWith("corrupt checkpoint ", Assert.Single(StoreVerification.Of(desk.Store.Layout.Folder, _ => { }).Faults),
            StringComparison.Ordinal);
        Assert.Empty(States);
    }

    [Fact]
    public void Should_keep_the_state_while_the_latest_result_is_of_its_kind()
    {
        Train(SmallExperiment.Options with { Epochs = 2 });
        Train(SmallExperiment.Options);

        PrunePlan.Carry(desk.Store.Layout.Folder, _ => { });
        Assert.Single(States);

        Train(SmallExperiment.Options with { Seed = 8 });
        var plan = PrunePlan.Of(desk.Store.Layout.Folder, _ => { });
        Assert.Equal(States.Where(state => state.EndsWith(".2", StringComparison.Ordinal)),
            plan.Items.Where(item => item.Reason == "left by work of no latest result").Select(item => item.Path));
    }

    private IReadOnlyList<string> States =>
        [.. Directory.EnumerateFiles(desk.Store.Layout.States, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private IEnumerable<string> WentOn => desk.Lines.Where(line => line.Contains("goes on from ", StringComparison.Ordinal))
        .Select(line => line.Split("goes on from ")[1]);

    private NodeResult Train(TrainingOptions options, Network? network = null) => desk.Run(Graph(options, network))[Node];

    private static StageGraph Graph(TrainingOptions options, Network? network = null) => new(
    [
        ScriptedStage.Node("train-images", [], _ => SmallExperiment.Parquet(SmallExperiment.Train)),
        ScriptedStage.Node("test-images", [], _ => SmallExperiment.Parquet(SmallExperiment.Test), ("of", "test")),
        new StageNode
        {
            Id = Node,
            Inputs = new Dictionary<string, NodeOutput>
            {
                [TrainStage.TrainInput] = new("train-images", ScriptedStage.Output),
                [TrainStage.ValidationInput] = new("test-images", ScriptedStage.Output),
            },
            Work = new TrainStage { Network = network ?? Network, Options = options, Classes = 3 },
        },
    ]);
}
