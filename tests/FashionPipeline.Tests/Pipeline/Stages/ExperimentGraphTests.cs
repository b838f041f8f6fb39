using System.Reflection;
using Build.Tasks;
using Cake.Frosting;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Tests.Repository;

namespace FashionPipeline.Tests.Pipeline.Stages;

public sealed class ExperimentGraphTests
{
    private static readonly StageGraph Real = ExperimentGraph.Of(Load("fashion-mnist"));

    [Fact]
    public void Should_train_and_evaluate_each_model_with_each_seed() =>
        Assert.Equal(
            [
                "download", "preprocess", "train/mlp/1", "train/mlp/2", "train/cnn/1", "train/cnn/2", "evaluate/mlp/1", "evaluate/mlp/2",
                "evaluate/cnn/1", "evaluate/cnn/2", "select", "embed", "report",
            ],
            ExperimentGraph.Of(Load("fashion-mnist", "seeds=[1, 2]")).Nodes.Select(node => node.Id));

    [Fact]
    public void Should_leave_out_what_an_experiment_does_not_ask_for() =>
        Assert.Equal(
            ["preprocess", "train/mlp/12345", "train/cnn/12345", "evaluate/mlp/12345", "evaluate/cnn/12345", "select", "report"],
            ExperimentGraph.Of(Load("quickstart", "analysis.spectral_embedding=false")).Nodes.Select(node => node.Id));

    [Fact]
    public void Should_take_the_digests_of_published_files_from_the_data_set() =>
        Assert.Contains(
            "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
            Real["download"].Work.Published.Values.Select(file => file.Sha256));

    // The order of stages is written once, in the graph; what the targets run before themselves must be the same.
    [Fact]
    public void Should_run_before_each_target_exactly_the_stages_that_the_graph_puts_before_it() =>
        Assert.All(Enum.GetValues<Stage>(), stage => Assert.Equal(
            BeforeInGraph(stage).Order(),
            BeforeTask(typeof(Report).Assembly.GetType($"Build.Tasks.{stage}", throwOnError: true)!).Order()));

    [Fact]
    public void Should_make_every_stage_in_one_graph() =>
        Assert.Equal(
            Enum.GetNames<Stage>().Select(name => name.ToLowerInvariant()).Order(),
            Real.Nodes.Select(node => node.Stage).Distinct().Order());

    [Fact]
    public void Should_name_each_setting_once_in_each_node() =>
        Assert.All(Real.Nodes, node => Assert.Distinct(node.Work.Settings.Select(setting => setting.Key)));

    // A model's name and title, and the titles of experiment and data set, decide no number.
    [Fact]
    public void Should_keep_titles_out_of_all_keys_but_the_report_s()
    {
        var other = ExperimentGraph.Of(Load("fashion-mnist", "title=Another", "models.mlp.title=Another"));

        var changed = Real.Nodes.Where(node => !node.Work.Settings.SequenceEqual(other[node.Id].Work.Settings));
        Assert.Equal(["report"], changed.Select(node => node.Id));
    }

    private static Experiment Load(string name, params string[] settings) =>
        ExperimentLoader.Load(name, settings, Path.Combine(RepositoryFiles.Root, "experiments"));

    private static IEnumerable<string> BeforeInGraph(Stage stage)
    {
        var itself = stage.ToString().ToLowerInvariant();
        return Real.With(Real.OfStage(itself)).Select(node => node.Stage).Distinct().Where(name => name != itself);
    }

    private static IEnumerable<string> BeforeTask(Type task) => task.GetCustomAttributes<IsDependentOnAttribute>()
        .SelectMany(before => BeforeTask(before.Task).Append(before.Task.Name.ToLowerInvariant())).Distinct();
}
