using System.Globalization;
using System.Text;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Reporting.Cards;
using FashionPipeline.Reporting.Content;
using YamlDotNet.Serialization;

namespace FashionPipeline.Tests.Reporting.Cards;

public sealed class ModelReadmeTests
{
    private static readonly ReportContent Content = SampleReport.Create();

    [Fact]
    public void Should_tell_machines_what_it_is_and_what_was_measured()
    {
        var metadata = Metadata(Content);

        Assert.Equal("unknown", metadata["license"]);
        Assert.Equal("image-classification", metadata["pipeline_tag"]);
        Assert.Equal(["sample"], (List<object>)metadata["datasets"]);
        Assert.Contains("onnx", (List<object>)metadata["tags"]);
        var model = Assert.Single((List<object>)metadata["model-index"]);
        Assert.Equal("sample-cnn", At(model, "name"));
        var result = Assert.Single((List<object>)At(model, "results"));
        Assert.Equal("image-classification", At(At(result, "task"), "type"));
        Assert.Equal("Sample-MNIST", At(At(result, "dataset"), "name"));
        Assert.Equal("test", At(At(result, "dataset"), "split"));
        var scores = Content.BestModel.FirstRun.Classification;
        Assert.Equal(
            [("accuracy", scores.Accuracy), ("f1", scores.MacroAverage.F1)],
            ((List<object>)At(result, "metrics")).Select(metric => (
                (string)At(metric, "type"), double.Parse((string)At(metric, "value"), CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Should_stay_readable_by_machines_whatever_an_experiment_is_called()
    {
        const string Title = "a \"b\": {c}, #d\n---\n'e'";

        var metadata = Metadata(Content with { Experiment = "yes", DataSet = Content.DataSet with { Name = "12", Title = Title } });

        Assert.Equal(["12"], (List<object>)metadata["datasets"]);
        var model = Assert.Single((List<object>)metadata["model-index"]);
        Assert.Equal(Title, At(At(Assert.Single((List<object>)At(model, "results")), "dataset"), "name"));
    }

    [Fact]
    public void Should_tell_readers_all_that_they_need_in_this_order() => Assert.Equal(
        ["# Sample experiment: Model 2: convolutions", "## Files", "## Model card", "## Training", "## Accuracy", "## Known confusions",
            "## Data and software", "## Usage"],
        Text(Content).Split('\n').Where(line => line.StartsWith('#')));

    [Fact]
    public void Should_say_which_model_it_is_and_how_it_was_chosen()
    {
        Assert.Contains(
            "This is the model cnn of the experiment sample, trained with the seed 12345. It was chosen from 2 models: highest sum of "
                + "training and validation accuracy.", Text(Content), StringComparison.Ordinal);
        var seeds = SampleReport.CreateWithSeeds();
        Assert.Contains("trained with the seed 1, the first of 3.", Text(seeds), StringComparison.Ordinal);
        var selection = ModelSelection.Select(Content.Findings.Selection.Criterion, [seeds.Models[1].Findings.LastFigures]);
        Assert.Contains("It is the only model of its experiment.",
            Text(SampleReport.WithModels(seeds, [seeds.Models[1]], selection) with { Published = null }), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_give_accuracies_with_intervals_scores_of_classes_and_confusions()
    {
        var text = Text(Content);

        Assert.Contains("| Model 2 (cnn) | 12345 | 189 | 200 | 94.50% | ", text, StringComparison.Ordinal);
        Assert.Contains("| [2] | Pullover | 65.0% | 43.3% to 81.9% | ", text, StringComparison.Ordinal);
        Assert.Contains("| Pullover [2] | Coat [4] | 7 | 35.0% |", text, StringComparison.Ordinal);
        Assert.Contains("| model.onnx | the model | abc |", text, StringComparison.Ordinal);
        Assert.Contains("This model was made from the data", text, StringComparison.Ordinal);
    }

    private static string Text(ReportContent content) =>
        Encoding.UTF8.GetString(ModelReadme.ToBytes(content, [new CardFile("model.onnx", "the model", "abc")], "## Usage\n"));

    private static Dictionary<string, object> Metadata(ReportContent content)
    {
        var lines = Text(content).Split('\n');
        Assert.Equal("---", lines[0]);
        return new Deserializer().Deserialize<Dictionary<string, object>>(
            string.Join('\n', lines.Skip(1).TakeWhile(line => line != "---")));
    }

    private static object At(object mapping, string key) => ((Dictionary<object, object>)mapping)[key];
}
