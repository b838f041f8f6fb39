using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Experiments.Reading;

namespace FashionPipeline.Tests.Pipeline.Experiments.Reading;

public sealed class FaultTests : IDisposable
{
    private readonly ExperimentDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("epochs: 2", "patience: 2", "12:12", "unknown key 'patience' in training; known: ")]
    [InlineData("epochs: 2", "learning_rate: 1e30", "12:27", "training.learning_rate: expected a number more than 0 and up to 1")]
    [InlineData("epochs: 2", "epoch: 2", "12:12", "unknown key 'epoch' in training; did you mean 'epochs'?")]
    [InlineData("title: Small", "titel: Small\ntitle: Small", "1:1", "unknown key 'titel'; did you mean 'title'?")]
    [InlineData(
        "neighbours: 4", "neighbors: 4", "14:24",
        "unknown key 'neighbors' in analysis.spectral_embedding; did you mean 'neighbours'?")]
    [InlineData("units: 8", "unit: 9, units: 8", "9:17", "unknown key 'unit' in models.mlp, layer 1.dense; did you mean 'units'?")]
    [InlineData("epochs: 2", "epochs: many", "12:20", "training.epochs: expected an integer from 1 to 2147483647, found many")]
    [InlineData("epochs: 2", "epochs: 2.0", "12:20", "training.epochs: expected an integer from 1 to 2147483647, found 2.0")]
    [InlineData("epochs: 2", "epochs: \"2\"", "12:20", "training.epochs: expected an integer from 1 to 2147483647, found the text \"2\"")]
    [InlineData("epochs: 2", "epochs: 0", "12:20", "training.epochs: expected an integer from 1 to 2147483647, found 0")]
    [InlineData("epochs: 2", "epochs: 99999999999", "12:20", "training.epochs: expected an integer")]
    [InlineData("learning_rate: 0.01", "learning_rate: 0,01", "12:38",
        "training.learning_rate: expected a number more than 0 and up to 1, found 0")]
    [InlineData("learning_rate: 0.01", "learning_rate: .nan", "12:38",
        "training.learning_rate: expected a number more than 0 and up to 1, found .nan")]
    [InlineData("title: Small", "title: true", "1:8", "title: expected a text, found true; put it in quotation marks")]
    [InlineData("title: Small", "title: False", "1:8", "title: expected a text, found False; put it in quotation marks: \"False\"")]
    [InlineData("title: Small", "title: 0x10", "1:8", "title: expected a text, found 0x10; put it in quotation marks: \"0x10\"")]
    [InlineData("title: Small", "title: [a]", "1:8", "title: expected a text, found a list")]
    [InlineData("input: unit", "input: uint", "7:12", "models.mlp.input: found 'uint'; did you mean 'unit'?")]
    [InlineData("activation: relu", "activation: rleu", "9:39", "models.mlp, layer 1.dense.activation: found 'rleu'; did you mean 'relu'?")]
    [InlineData(
        "dropout: 0.5", "dropout: 1", "10:18",
        "models.mlp, layer 2.dropout: expected a number from 0 up to, not including, 1, found 1")]
    [InlineData("dropout: 0.5", "drop_out: 0.5", "10:9", "models.mlp, layer 2: unknown layer 'drop_out'; did you mean 'dropout'?")]
    [InlineData("dropout: 0.5", "dropout", "10:9", "models.mlp, layer 2: dropout needs its settings")]
    [InlineData("title: Small\n", "", "1:1", "title is missing")]
    [InlineData("title: Small", "title: Small\nattribution: {date: 2026-13-01}", "2:21",
        "attribution.date: found '2026-13-01'; expected a day such as 2017-08-25")]
    [InlineData("title: Small", "title: Small\nattribution: {licence: MIT}", "2:24",
        "attribution.licence: found 'MIT'; expected an address that begins with https:// or http://")]
    [InlineData("title: Small", "title: Small\nattribution: {url: example.org}", "2:20",
        "attribution.url: found 'example.org'; expected an address that begins with https:// or http://")]
    [InlineData("title: Small", "title: Small\nattribution: {version: 1.0}", "2:24",
        "attribution.version: expected a text, found 1.0; put it in quotation marks: \"1.0\"")]
    [InlineData("title: Small", "title: Small\nattribution: {authors: me}", "2:24",
        "attribution.authors: expected a list, found me")]
    [InlineData("title: Small", "title: Small\nattribution: {author: [me]}", "2:15",
        "unknown key 'author' in attribution; did you mean 'authors'?")]
    [InlineData("title: Small", "title:", "1:7", "title is missing")]
    [InlineData("    input: unit\n", "", "5:5", "models.mlp.input is missing")]
    [InlineData("seeds: [1, 2]", "seeds: [1, 2, 1]", "3:15", "seeds: 1 stands here a second time")]
    [InlineData("seeds: [1, 2]", "seeds: []", "3:8", "seeds: there are none")]
    [InlineData("seeds: [1, 2]", "seeds: [-1]", "3:9", "seeds: expected an integer from 0 to 18446744073709551615, found -1")]
    [InlineData("seeds: [1, 2]", "seeds: 1", "3:8", "seeds: expected a list, found 1")]
    [InlineData(
        "seeds: [1, 2]", "seeds: [1]\nseeds: [2]", "4:1",
        "the key 'seeds' stands here a second time; first at experiments/e.yaml:3:1")]
    [InlineData(
        "data_set: garments", "data_set: garmets", "2:11",
        "data_set: there is no data set 'garmets' in experiments/datasets; did you mean 'garments'?")]
    [InlineData(
        "neighbours: 4", "neighbours: 1", "14:36",
        "analysis.spectral_embedding.neighbours: expected an integer from 2 to 2147483647, found 1")]
    [InlineData(
        "{neighbours: 4}", "yes", "14:23",
        "analysis.spectral_embedding: expected settings (neighbours, dimensions), {} for the defaults, or false, found yes")]
    [InlineData("name: mlp", "name: \" mlp\"", "5:11", "name: found ' mlp'; expected lower-case letters")]
    [InlineData("name: mlp", "name: MLP", "5:11", "name: found 'MLP'; expected lower-case letters")]
    [InlineData("seeds: [1, 2]", "numerics: libtroch\nseeds: [1, 2]", "3:11", "numerics: found 'libtroch'; did you mean 'libtorch'?")]
    [InlineData(
        "activation: relu", "initialiser: he", "9:40",
        "models.mlp, layer 1.dense.initialiser: found 'he'; did you mean 'he_normal'?")]
    [InlineData(
        "seeds: [1, 2]", "validation: {fraction: 1}\nseeds: [1, 2]", "3:24",
        "validation.fraction: expected a number more than 0 and less than 1, found 1")]
    [InlineData(
        "seeds: [1, 2]", "validation: {fraction: 0, seed: -1}\nseeds: [1, 2]", "3:33",
        "validation.seed: expected an integer from 0 to 18446744073709551615, found -1")]
    [InlineData(
        "seeds: [1, 2]", "validation: {share: 0.1}\nseeds: [1, 2]", "3:14",
        "unknown key 'share' in validation; ")]
    [InlineData("title: Dense", "title: &a Dense", "6:12", "broken YAML: anchors (&), aliases (*) and tags (!) are not used here")]
    public void Should_point_to_each_kind_of_fault(string right, string wrong, string place, string message)
    {
        Assert.Contains(right, ExperimentDesk.Valid, StringComparison.Ordinal);

        var faults = desk.FaultsOf(ExperimentDesk.Valid.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(faults, fault => fault.StartsWith($"experiments/e.yaml:{place}: {message}", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_report_all_faults_of_a_file_together_and_sorted()
    {
        var faults = desk.FaultsOf("""
            title: Small
            data_set: garments
            seeds: [1]
            models:
              - name: mlp
                title: Dense
                input: half
                layers:
                  - conv2d: {filters: 4, kernel: 29}
                  - flatten
                  - dense: 3
            training: {epoch: 2, batch_size: x}
            """);

        Assert.Collection(
            faults,
            fault => Assert.StartsWith("experiments/e.yaml:7:12: models.mlp.input: found 'half'", fault),
            fault => Assert.StartsWith(
                "experiments/e.yaml:9:9: models.mlp: conv2d (layer 1) has a kernel of 29x29, larger than its input [28, 28, 1]", fault),
            fault => Assert.StartsWith("experiments/e.yaml:12:12: unknown key 'epoch' in training; did you mean 'epochs'?", fault),
            fault => Assert.StartsWith("experiments/e.yaml:12:34: training.batch_size: expected an integer from 1", fault));
    }

    [Fact]
    public void Should_say_which_layer_does_not_fit_what_came_and_what_was_expected()
    {
        var faults = desk.FaultsOf(ExperimentDesk.Valid.Replace("dense: 3", "dense: 4", StringComparison.Ordinal));

        Assert.Equal(
            "experiments/e.yaml:11:9: models.mlp: dense_1 (layer 3) is the last layer and gives [4], but the data has 3 classes; "
                + "end with a dense layer of 3 units",
            Assert.Single(faults));
    }

    [Fact]
    public void Should_check_the_other_shapes_where_a_setting_of_a_layer_is_at_fault()
    {
        var faults = desk.FaultsOf(ExperimentDesk.Valid
            .Replace("units: 8", "units: none", StringComparison.Ordinal)
            .Replace("dropout: 0.5", "max_pool2d: 2", StringComparison.Ordinal));

        Assert.Collection(
            faults,
            fault => Assert.StartsWith("experiments/e.yaml:9:24: models.mlp, layer 1.dense.units: expected an integer", fault),
            fault => Assert.StartsWith(
                "experiments/e.yaml:10:9: models.mlp: max_pooling2d (layer 2) expects [height, width, channels]", fault));
    }

    [Fact]
    public void Should_keep_softmax_for_the_last_layer()
    {
        var faults = desk.FaultsOf(ExperimentDesk.Valid.Replace("relu", "softmax", StringComparison.Ordinal));

        Assert.Contains(
            "experiments/e.yaml:9:9: models.mlp: dense (layer 1) has the activation softmax",
            Assert.Single(faults),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Should_report_two_models_of_one_name()
    {
        const string second = "  - {name: mlp, title: Again, input: raw, layers: [{dense: 3}]}\ntraining:";

        var faults = desk.FaultsOf(ExperimentDesk.Valid.Replace("training:", second, StringComparison.Ordinal));

        Assert.Equal(
            "experiments/e.yaml:12:12: name: there is a model 'mlp' already, at experiments/e.yaml:5:11; give this one another name",
            Assert.Single(faults));
    }

    [Theory]
    [InlineData("models: []", "experiments/e.yaml:4:9: models: there are no models; expected at least one")]
    [InlineData("models:", "experiments/e.yaml:4:8: models is missing")]
    [InlineData("models: [{name: a, title: A, input: raw, layers: []}]", "experiments/e.yaml:4:50: models.a: network 'a' has no layers")]
    [InlineData(
        "models: [flat]",
        "experiments/e.yaml:4:10: models, item 1: expected keys and values (name, title, input, layers, ")]
    public void Should_report_missing_models_and_layers(string models, string fault) =>
        Assert.StartsWith(fault, Assert.Single(desk.FaultsOf($"title: T\ndata_set: garments\nseeds: [1]\n{models}\n")));

    [Theory]
    [InlineData("", "experiments/e.yaml:1:1: the file is empty")]
    [InlineData("# only a comment\n", "experiments/e.yaml:1:1: the file is empty")]
    [InlineData("just text", "experiments/e.yaml:1:1: the file: expected keys and values")]
    [InlineData("title: T\n  data_set: x\n", "experiments/e.yaml:2:11: broken YAML: ")]
    [InlineData("title: T\nseeds: [1\n\nmodels:\n  - name: mlp\n", "experiments/e.yaml:4:1: broken YAML: ")]
    [InlineData("title: T\nseeds: [1, 2\n", "experiments/e.yaml:3:1: broken YAML: ")]
    public void Should_report_a_file_that_is_no_experiment_at_all(string text, string fault) =>
        Assert.StartsWith(fault, Assert.Single(desk.FaultsOf(text)));

    [Fact]
    public void Should_report_a_second_document()
    {
        var fault = Assert.Single(desk.FaultsOf(ExperimentDesk.Valid + "\n---\ntitle: Other\n"));

        Assert.StartsWith("experiments/e.yaml:15:1: a second document begins here", fault);
    }

    [Fact]
    public void Should_survive_absurdly_deep_nesting() =>
        Assert.Contains("broken YAML: ", Assert.Single(desk.FaultsOf(new string('[', 5000))), StringComparison.Ordinal);

    [Fact]
    public void Should_point_into_the_file_of_the_data_set()
    {
        desk.Write("datasets/bad", """
            title: Bad
            licence: none
            image: {height: 28}
            label_names: [A, B, A]
            sources: [ftp://example.org/]
            files:
              train_images: {name: ../a.gz, bytes: 0, sha256: ABC}
            """);

        var faults = desk.FaultsOf(ExperimentDesk.Valid.Replace("garments", "bad", StringComparison.Ordinal));

        string[] expected =
        [
            "3:8: image.width is missing",
            "4:21: label_names: 'A' stands here a second time",
            "5:11: sources: found 'ftp://example.org/'; expected a URL",
            "7:3: files.test_images is missing",
            "7:3: files.test_labels is missing",
            "7:3: files.train_labels is missing",
            "7:24: files.train_images.name: found '../a.gz'; expected a file's name without a folder",
            "7:40: files.train_images.bytes: expected an integer from 1",
            "7:51: files.train_images.sha256: expected 64 lower-case hexadecimal digits, found 'ABC'",
        ];
        Assert.Equal(expected.Length, faults.Length);
        Assert.All(expected.Zip(faults), pair => Assert.StartsWith($"experiments/datasets/bad.yaml:{pair.First}", pair.Second));
    }

    [Fact]
    public void Should_check_published_numbers_against_models_and_classes()
    {
        var faults = desk.FaultsOf(ExperimentDesk.Valid + "\n" + """
            published:
              citation: S
              models:
                mlb: {parameters: 1}
              best_model: mpl
              label_correct: [1, 0.5]
              confusion_matrix: [[1, 2, 3], [4, 5], [6, 7, x]]
            """);

        Assert.Collection(
            faults,
            fault => Assert.StartsWith("experiments/e.yaml:18:5: unknown key 'mlb' in published.models; did you mean 'mlp'?", fault),
            fault => Assert.StartsWith(
                "experiments/e.yaml:19:15: published.best_model: there is no model 'mpl'; did you mean 'mlp'?", fault),
            fault => Assert.StartsWith("experiments/e.yaml:20:18: published.label_correct: found 2 items; expected 3", fault),
            fault => Assert.StartsWith("experiments/e.yaml:21:33: published.confusion_matrix: found 2 items; expected 3", fault),
            fault => Assert.StartsWith("experiments/e.yaml:21:48: published.confusion_matrix: expected an integer from 0", fault));
    }

    [Fact]
    public void Should_name_the_nearest_experiment_first()
    {
        desk.Write("quickstart", ExperimentDesk.Valid);
        desk.Write("fashion", ExperimentDesk.Valid);

        var fault = Assert.Throws<InputException>(() => desk.Load("quickstrat"));

        Assert.StartsWith(
            "There is no experiment 'quickstrat' in experiments/; did you mean 'quickstart'? Known: quickstart, fashion.", fault.Message);
        Assert.Equal(Remedy.NameExperiment, fault.Remedy);
    }

    [Fact]
    public void Should_name_no_nearest_experiment_where_none_is_like_it()
    {
        desk.Write("quickstart", ExperimentDesk.Valid);

        var fault = Assert.Throws<InputException>(() => desk.Load("nope"));

        Assert.StartsWith("There is no experiment 'nope' in experiments/; known: quickstart.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_refuse_a_file_elsewhere_that_would_write_the_report_of_a_known_experiment()
    {
        desk.Write("quickstart", ExperimentDesk.Valid);
        using var elsewhere = new TemporaryFolder();
        File.WriteAllText(elsewhere["quickstart.yaml"], ExperimentDesk.Valid);

        var fault = Assert.Throws<InputException>(() => ExperimentLoader.Load(elsewhere["quickstart.yaml"], [], desk.Folder));

        Assert.Contains("both would write the report 'quickstart'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_point_to_a_layer_in_a_flow_list()
    {
        desk.Write("base", ExperimentDesk.Valid);
        desk.Write("e", "extends: base\nmodels:\n  - name: mlp\n    layers: [max_pool2d: 40, flatten, dense: {units: 3}]\n");

        var fault = Assert.Throws<InputException>(() => desk.Load("e"));

        Assert.Contains("experiments/e.yaml:4:14: models.mlp: max_pooling2d (layer 1) has a window of 40x40", fault.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_that_a_path_leads_nowhere()
    {
        var path = Path.Combine(desk.Folder, "none.yaml");

        var fault = Assert.Throws<InputException>(() => ExperimentLoader.Load(path, [], desk.Folder));

        Assert.Contains($"no file '{path}'", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("quickstart@mine")] // that is a variant's
    public void Should_refuse_a_file_whose_name_cannot_name_a_report(string name)
    {
        desk.Write(name, ExperimentDesk.Valid);

        var fault = Assert.Throws<InputException>(() =>
            ExperimentLoader.Load(Path.Combine(desk.Folder, name + ".yaml"), [], desk.Folder));

        Assert.Contains("Rename the file", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_answer_any_damage_with_a_message_for_the_user()
    {
        // A file with one character removed or replaced either loads or is refused in words.
        var text = File.ReadAllText(Path.Combine(ShippedFiles.Folder, "quickstart.yaml"))
            .Replace("data_set: quickstart", "data_set: garments", StringComparison.Ordinal);
        foreach (var replacement in new[] { "", ":", "[", "\"", "- ", "\n" })
        {
            for (var i = replacement.Length; i < text.Length; i += 9)
            {
                if (Record.Exception(() => desk.LoadText(text[..i] + replacement + text[(i + 1)..])) is { } exception)
                {
                    Assert.True(exception is InputException, exception.ToString());
                }
            }
        }
    }
}
