using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Training;

namespace FashionPipeline.Tests.Pipeline.Stages;

public sealed class SelectStageTests
{
    private static readonly SelectStage Stage = new()
    {
        Criterion = SelectionCriterion.ValidationAccuracy,
        Models = Models(["a", "b"], 1, 2),
    };

    // Model a is the best with one of the seeds, and model b on average: 0.7 against 0.75.
    [Fact]
    public void Should_average_over_the_seeds()
    {
        var selection = Run(
            Stage,
            ("history/a/1", [Epoch(0.9)]), ("history/a/2", [Epoch(0.5)]), ("history/b/1", [Epoch(0.8)]), ("history/b/2", [Epoch(0.7)]));

        Assert.Equal("b", selection.Model);
        Assert.Equal(0.75, selection.Winners.Single(winner => winner.Criterion == SelectionCriterion.ValidationAccuracy).Value, 12);
    }

    [Fact]
    public void Should_look_at_the_last_epoch_alone()
    {
        var selection = Run(
            Stage with { Models = Models(["a", "b"], 1) },
            ("history/a/1", [Epoch(0.9), Epoch(0.6)]), ("history/b/1", [Epoch(0.1), Epoch(0.7)]));

        Assert.Equal("b", selection.Model);
    }

    [Fact]
    public void Should_take_the_first_of_equal_models() => Assert.Equal(
        "a", Run(Stage with { Models = Models(["a", "b"], 1) }, ("history/a/1", [Epoch(0.7)]), ("history/b/1", [Epoch(0.7)])).Model);

    // The order of the models decides between equals: it is a part of the key, as are the criterion and the seeds.
    [Fact]
    public void Should_depend_on_criterion_models_their_order_and_seeds()
    {
        SelectStage[] stages =
        [
            Stage,
            Stage with { Criterion = SelectionCriterion.ValidationLoss },
            Stage with { Models = Models(["b", "a"], 1, 2) },
            Stage with { Models = Models(["a"], 1, 2) },
            Stage with { Models = Models(["a", "b"], 1) },
            Stage with { Models = [.. Models(["a"], 1, 2), .. Models(["b"], 1)] },
        ];

        Assert.Distinct(stages.Select(stage => string.Join('\n', stage.Settings)));
    }

    // Model a has the better seed, and model b a second one.
    [Fact]
    public void Should_choose_among_the_models_with_the_most_seeds() => Assert.Equal("b", Run(
        Stage with { Models = [.. Models(["a"], 1), .. Models(["b"], 1, 2)] },
        ("history/a/1", [Epoch(0.9)]), ("history/b/1", [Epoch(0.7)]), ("history/b/2", [Epoch(0.8)])).Model);

    private static KeyValuePair<string, IReadOnlyList<ulong>>[] Models(string[] names, params ulong[] seeds) =>
        [.. names.Select(name => KeyValuePair.Create(name, (IReadOnlyList<ulong>)seeds))];

    private static EpochMetrics Epoch(double validationAccuracy) =>
        new() { Epoch = 1, Loss = 1, Accuracy = 0.5, ValidationLoss = 1, ValidationAccuracy = validationAccuracy };

    private static SelectionResult Run(SelectStage stage, params (string Input, EpochMetrics[] Epochs)[] histories)
    {
        var files = histories.ToDictionary(history => history.Input, history => CanonicalJson.Write(history.Epochs));
        var artifacts = files.ToDictionary(file => file.Key, file => Artifact.Of(file.Value));
        var outputs = new StageOutputs("select", stage.Outputs);
        stage.Run(
            new StageInputs("select", artifacts, name => files[name]),
            outputs,
            new StageContext { Scratch = string.Empty, Progress = new Progress<object>() });
        return CanonicalJson.Read<SelectionResult>(outputs.Files[SelectStage.Selection]);
    }
}
