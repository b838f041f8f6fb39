using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Training;
using FashionPipeline.Training.Layers;

namespace FashionPipeline.Tests.Pipeline.Experiments.Reading;

public sealed class ExtendsTests : IDisposable
{
    private readonly ExperimentDesk desk = new();

    public ExtendsTests() => desk.Write("base", ExperimentDesk.Valid);

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Should_state_only_what_differs()
    {
        var experiment = desk.LoadText("""
            extends: base
            title: Child
            seeds: [7]
            training: {epochs: 9}
            """);

        Assert.Equal("e", experiment.Name);
        Assert.Equal("Child", experiment.Title);
        Assert.Equal([7UL], experiment.Seeds);
        Assert.Equal(9, experiment.Training.Epochs);
        Assert.Equal(0.01, experiment.Training.LearningRate);
        Assert.Equal("mlp", Assert.Single(experiment.Models).Name);
        Assert.Equal(4, experiment.Embedding!.Neighbours);
    }

    [Fact]
    public void Should_merge_models_by_name_and_append_new_ones()
    {
        var experiment = desk.LoadText("""
            extends: base
            models:
              - {name: tiny, title: Tiny, input: raw, layers: [dense: 3]}
              - {name: mlp, input: raw}
            """);

        Assert.Equal(["mlp", "tiny"], experiment.Models.Select(model => model.Name));
        Assert.Equal(InputScaling.Raw, experiment.Models[0].Input);
        Assert.Equal("Dense", experiment.Models[0].Title);
        Assert.Equal(3, experiment.Models[0].Network.Layers.Count);
    }

    [Fact]
    public void Should_replace_layers_as_a_whole()
    {
        var experiment = desk.LoadText("extends: base\nmodels: [{name: mlp, layers: [flatten, dense: 3]}]\n");

        Assert.Equal<Layer>([new FlattenLayer(), new DenseLayer(3)], experiment.Models[0].Network.Layers);
    }

    [Fact]
    public void Should_take_an_inherited_value_away_with_null()
    {
        Assert.Null(desk.LoadText("extends: base\nanalysis: null\n").Embedding);
        Assert.Equal(
            new TrainingOptions().LearningRate,
            desk.LoadText("extends: base\ntraining: {learning_rate: ~}\n").Training.LearningRate);
    }

    [Fact]
    public void Should_follow_a_chain_and_a_path_relative_to_the_file()
    {
        Directory.CreateDirectory(Path.Combine(desk.Folder, "mine"));
        desk.Write("middle", "extends: base\ntraining: {epochs: 5}\n");
        desk.Write("mine/leaf", "extends: ../middle.yaml\ntitle: Leaf\n");

        var experiment = ExperimentLoader.Load(Path.Combine(desk.Folder, "mine", "leaf.yaml"), [], desk.Folder);

        Assert.Equal(("leaf", "Leaf", 5), (experiment.Name, experiment.Title, experiment.Training.Epochs));
    }

    [Fact]
    public void Should_point_into_the_file_where_an_inherited_fault_stands()
    {
        desk.Write("base", ExperimentDesk.Valid.Replace("epochs: 2", "epochs: two", StringComparison.Ordinal));

        var faults = desk.FaultsOf("extends: base\ntraining: {batch_size: big}\n");

        Assert.Collection(
            faults,
            fault => Assert.StartsWith("experiments/base.yaml:12:20: training.epochs: expected an integer", fault),
            fault => Assert.StartsWith("experiments/e.yaml:2:24: training.batch_size: expected an integer", fault));
    }

    [Fact]
    public void Should_report_two_models_of_one_name_in_the_child()
    {
        var faults = desk.FaultsOf(
            """
            extends: base
            models:
              - {name: mlp, input: raw}
              - {name: mlp, title: T, input: unit, layers: [dense: 3]}
            """);

        Assert.StartsWith(
            "experiments/e.yaml:4:12: name: there is a model 'mlp' already, at experiments/e.yaml:3:12", Assert.Single(faults));
    }

    [Fact]
    public void Should_print_the_chain_of_a_circle()
    {
        desk.Write("a", "extends: b\n");
        desk.Write("b", "title: B\nextends: c\n");
        desk.Write("c", "extends: a\n");

        Assert.Equal(
            "experiments/c.yaml:1:10: extends: a circle: a -> b -> c -> a; one of them must extend nothing",
            Assert.Single(desk.Faults("a")));
    }

    [Fact]
    public void Should_report_an_experiment_that_extends_itself() =>
        Assert.Contains("a circle: e -> e", Assert.Single(desk.FaultsOf("extends: e\n")), StringComparison.Ordinal);

    [Fact]
    public void Should_name_the_nearest_parent_and_still_check_the_child()
    {
        var faults = desk.FaultsOf("extends: bsae\ntraining: {epoch: 1}\n");

        Assert.Collection(
            faults,
            fault => Assert.StartsWith("experiments/e.yaml:1:10: extends: there is no experiment 'bsae'; did you mean 'base'?", fault),
            fault => Assert.StartsWith("experiments/e.yaml:2:12: unknown key 'epoch'", fault));
    }
}
