using System.Text;
using FashionPipeline.Data;
using FashionPipeline.Data.Splits;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Stages;

namespace FashionPipeline.Tests.Pipeline.Stages;

/// <summary>With a validation set, nothing that trains or chooses has seen a test image.</summary>
public sealed class ValidationSetTests
{
    private static readonly Experiment WithoutSet = SmallExperiment.Experiment with
    {
        DataSet = SmallExperiment.DataSet with
        {
            Files =
            [
                .. new[] { DataFileRole.TrainCsv, DataFileRole.TestCsv }.Select(role => new DataFile
                {
                    Role = role, Name = $"{role}", Bytes = 1, Sha256 = new string('a', 64),
                }),
            ],
        },
    };

    private static readonly Experiment WithSet = WithoutSet with { Validation = new ValidationOptions { Fraction = 0.25 } };

    private static readonly LabelledImages Poison = Tests.Data.Images.Random(count: 8, height: 4, width: 3, classes: 3, seed: 3);

    [Fact]
    public void Should_train_and_choose_the_same_whatever_the_test_set_holds()
    {
        var (clean, poisoned) = (Run(WithSet, SmallExperiment.Test), Run(WithSet, Poison));

        Assert.Equal(Of(clean, "train/", "select/"), Of(poisoned, "train/", "select/"));
        Assert.NotEqual(Of(clean, "evaluate/"), Of(poisoned, "evaluate/"));
    }

    // Else the test above would show nothing: the poison is strong enough to be seen where it can be.
    [Fact]
    public void Should_measure_on_the_test_set_where_there_is_no_other()
    {
        var (clean, poisoned) = (Run(WithoutSet, SmallExperiment.Test), Run(WithoutSet, Poison));

        Assert.NotEqual(Of(clean, "train/"), Of(poisoned, "train/"));
        Assert.NotEqual(Of(clean, "select/"), Of(poisoned, "select/"));
    }

    [Fact]
    public void Should_give_the_test_images_to_no_node_that_trains_or_chooses()
    {
        var graph = ExperimentGraph.Of(WithSet);

        Assert.Equal(
            ["evaluate", "report"],
            graph.Nodes.Where(node => node.Inputs.Values.Contains(new NodeOutput("preprocess", "test.parquet")))
                .Select(node => node.Stage).Distinct());
        Assert.Equal(
            ["preprocess/train.parquet", "preprocess/validation.parquet"],
            graph["train/mlp/7"].Inputs.Values.Select(input => input.ToString()).Order(StringComparer.Ordinal));
    }

    // The choice is of the data's, so that all trainings see the same images, and that the test images are in one place.
    [Fact]
    public void Should_say_in_the_settings_of_preprocessing_how_the_set_is_cut_out_and_only_there()
    {
        var (without, with) = (ExperimentGraph.Of(WithoutSet), ExperimentGraph.Of(WithSet));

        Assert.Equal(
            ["preprocess", "report"],
            with.Nodes.Where(node => !node.Work.Settings.SequenceEqual(without[node.Id].Work.Settings)).Select(node => node.Id));
        Assert.Equal(
            [new("validation.fraction", "0.25"), new("validation.seed", "1")],
            with["preprocess"].Work.Settings.Except(without["preprocess"].Work.Settings));
    }

    [Fact]
    public void Should_keep_the_test_images_as_they_are_without_a_set() => Assert.Equal(
        Run(WithoutSet, SmallExperiment.Test)["preprocess/test.parquet"], Run(WithSet, SmallExperiment.Test)["preprocess/test.parquet"]);

    private static IEnumerable<KeyValuePair<string, string>> Of(IReadOnlyDictionary<string, byte[]> artifacts, params string[] nodes) =>
        artifacts.Where(artifact => nodes.Any(node => artifact.Key.StartsWith(node, StringComparison.Ordinal)))
            .Select(artifact => KeyValuePair.Create(artifact.Key, Artifact.Of(artifact.Value).Sha256));

    // Every node but the report, on what it declares and no more.
    private static Dictionary<string, byte[]> Run(Experiment experiment, LabelledImages test)
    {
        var artifacts = new Dictionary<string, byte[]>
        {
            [$"download/{DataFileRole.TrainCsv}"] = Csv(SmallExperiment.Train),
            [$"download/{DataFileRole.TestCsv}"] = Csv(test),
        };
        foreach (var node in ExperimentGraph.Of(experiment).Nodes.Where(node => node.Stage is not ("download" or "report")))
        {
            using var desk = new StageDesk();
            foreach (var (output, bytes) in desk.Run(node.Work, node.Inputs.ToDictionary(
                input => input.Key, input => artifacts[input.Value.ToString()])))
            {
                artifacts.Add($"{node.Id}/{output}", bytes);
            }
        }

        return artifacts;
    }

    private static byte[] Csv(LabelledImages images) => Encoding.UTF8.GetBytes(string.Concat(
        images.Labels.Select((label, image) =>
            $"{SmallExperiment.DataSet.LabelNames[label]},{string.Join(',', images.Image(image).ToArray())}\n")));
}
