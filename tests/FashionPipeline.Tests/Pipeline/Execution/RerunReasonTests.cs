using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Provenance.Code;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Tests.Pipeline.Execution;

public sealed class RerunReasonTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly BlobStore blobs;
    private readonly RecordStore records;

    public RerunReasonTests()
    {
        var layout = new StoreLayout(folder.Path);
        (blobs, records) = (new BlobStore(layout), new RecordStore(layout, "experiment"));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_say_that_a_stage_never_ran() =>
        Assert.Equal("no earlier result", Reason(null, Key(("training.epochs", "5"))));

    [Fact]
    public void Should_name_the_setting_that_changed_with_both_values() =>
        Assert.Equal(
            "training.epochs 5 -> 8",
            Reason(Record(("seed", "1"), ("training.epochs", "5")), Key(("seed", "1"), ("training.epochs", "8"))));

    [Fact]
    public void Should_name_what_is_new_and_what_is_gone() =>
        Assert.Equal(
            "layers.01 flatten is gone, layers.02 dropout is new",
            Reason(Record(("layers.01", "flatten")), Key(("layers.02", "dropout"))));

    [Theory]
    [InlineData("conv2d: {filters: 8, kernel: [3, 3], padding: valid}", "conv2d: {filters: 16, kernel: [3, 3], padding: same}",
        "layers.01.filters 8 -> 16, layers.01.padding valid -> same")]
    [InlineData("max_pool2d: {window: [2, 2]}", "max_pool2d: {window: [2, 3]}", "layers.01.window [2, 2] -> [2, 3]")]
    [InlineData("dropout: {rate: 0.2}", "dense: {units: 4}", "layers.01 dropout: {rate: 0.2} -> dense: {units: 4}")]
    [InlineData("flatten", "dropout: {rate: 0.2}", "layers.01 flatten -> dropout: {rate: 0.2}")]
    public void Should_name_the_settings_of_a_layer_that_changed(string before, string now, string reason) =>
        Assert.Equal(reason, Reason(Record(("layers.01", before)), Key(("layers.01", now))));

    [Fact]
    public void Should_shorten_digests() =>
        Assert.Equal(
            "input.train aaaaaaaaaaaa -> bbbbbbbbbbbb",
            Reason(Record(("input.train", new string('a', 64))), Key(("input.train", new string('b', 64)))));

    [Fact]
    public void Should_name_members_files_and_packages_of_code_that_changed()
    {
        var before = Listing(("A.Adam.Update", "1"), ("A.Trainer.Train", "1"), ("A: page.css", "1"),
            ("package Parquet.Net", "6.1.0"), ("package Zstd", "1.0.0"));
        var now = Listing(("A.Adam.Update", "2"), ("A.Relu.Forward", "1"), ("A: page.css", "2"), ("package Parquet.Net", "6.1.1"));

        Assert.Equal(
            "code: Adam.Update, Relu.Forward, Trainer.Train and 1 more, package Parquet.Net 6.1.0 -> 6.1.1, package Zstd 1.0.0 is gone",
            Reason(Record(("code", before)), Key(("code", now))));
    }

    // A listing is long, and thousands of nodes run the same code.
    [Fact]
    public void Should_read_a_listing_of_code_once_for_all_nodes_that_run_it()
    {
        var read = new List<string>();
        var difference = new KeyDifference(fingerprint =>
        {
            read.Add(fingerprint);
            return null;
        }, (_, _, _, _) => (null, []));

        foreach (var node in new[] { "train/mlp/1", "train/mlp/2", "evaluate/mlp/1" })
        {
            difference.Of(node, Key(("code", "before")), Key(("code", "now")));
        }

        Assert.Equal(["before"], read);
    }

    [Fact]
    public void Should_say_that_code_changed_where_nobody_knows_any_more_what_it_was() =>
        Assert.Equal("code changed", Reason(Record(("code", new string('1', 64))), Key(("code", Listing(("A.Adam.Update", "1"))))));

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("a text that is so long that a line on which it stood could not be taken in at a glance any more")]
    public void Should_stay_on_one_line_whatever_the_value(string value)
    {
        Assert.Equal("description changed", Reason(Record(("description", "short")), Key(("description", value))));
        Assert.Equal("description changed", Reason(Record(), Key(("description", value))));
    }

    [Fact]
    public void Should_count_differences_beyond_three() =>
        Assert.EndsWith(
            "c 1 -> 2 and 2 more",
            Reason(
                Record(("a", "1"), ("b", "1"), ("c", "1"), ("d", "1"), ("e", "1")),
                Key(("a", "2"), ("b", "2"), ("c", "2"), ("d", "2"), ("e", "2"))),
            StringComparison.Ordinal);

    [Fact]
    public void Should_name_the_cause_of_the_stage_at_which_the_chain_begins()
    {
        // preprocess -> train -> evaluate -> select; the labels changed, and every artifact with them.
        foreach (var version in new[] { "1", "2" })
        {
            Keep("preprocess", [("labels", version)], "images" + version);
            Keep("train", [("input.train", "images" + version), ("training.epochs", "5")], "weights" + version);
            Keep("evaluate", [("input.weights", "weights" + version)], "predictions" + version);
        }

        Assert.Equal("labels 1 -> 2", Reason(Record(("input.predictions", "predictions1")), Key(("input.predictions", "predictions2"))));
    }

    [Fact]
    public void Should_name_a_cause_once_however_many_ways_it_took()
    {
        foreach (var model in new[] { "mlp", "cnn" })
        {
            Keep($"train/{model}", [("model", model), ("training.epochs", "5")], model + "5");
            Keep($"train/{model}", [("model", model), ("training.epochs", "8")], model + "8");
        }

        Assert.Equal(
            "title A -> B, training.epochs 5 -> 8",
            Reason(Record(("input.a", "mlp5"), ("input.b", "cnn5"), ("title", "A")),
                Key(("input.a", "mlp8"), ("input.b", "cnn8"), ("title", "B"))));
    }

    [Fact]
    public void Should_tell_the_layers_of_one_model_from_those_of_another()
    {
        foreach (var model in new[] { "mlp", "cnn" })
        {
            Keep($"train/{model}/1", [("model.name", model), ("model.layers.02", "dropout: {rate: 0.5}")], model + "1");
            Keep($"train/{model}/1", [("model.name", model), ("model.layers.02", "dropout: {rate: 0.2}")], model + "2");
        }

        Assert.Equal(
            "models.mlp.layers.02.rate 0.5 -> 0.2, models.cnn.layers.02.rate 0.5 -> 0.2",
            Reason(Record(("input.a", "mlp1"), ("input.b", "cnn1")), Key(("input.a", "mlp2"), ("input.b", "cnn2"))));
    }

    [Fact]
    public void Should_leave_out_what_changed_without_effect()
    {
        // Two keys gave the earlier weights: of the one with other code, only the epochs differ.
        Keep("train", [("code", "old"), ("training.epochs", "5")], "weights5");
        Keep("train", [("code", "new"), ("training.epochs", "5")], "weights5");
        Keep("train", [("code", "new"), ("training.epochs", "8")], "weights8");

        Assert.Equal("training.epochs 5 -> 8", Reason(Record(("input.weights", "weights5")), Key(("input.weights", "weights8"))));
    }

    [Fact]
    public void Should_name_the_input_where_nothing_is_known_of_its_making()
    {
        Keep("train", [("training.epochs", "8")], "weights8");

        Assert.Equal("input.weights weights5 -> weights8",
            Reason(Record(("input.weights", "weights5")), Key(("input.weights", "weights8"))));
    }

    [Fact]
    public void Should_name_the_setting_that_brings_further_inputs_and_the_inputs_where_there_is_none()
    {
        Assert.Equal("seeds 1 -> 1, 2",
            Reason(Record(("input.1", "a"), ("seeds", "1")), Key(("input.1", "a"), ("input.2", "b"), ("seeds", "1, 2"))));
        Assert.Equal("input.2 b is new", Reason(Record(("input.1", "a")), Key(("input.1", "a"), ("input.2", "b"))));
    }

    [Fact]
    public void Should_say_that_a_result_is_missing() =>
        Assert.Equal("its result is missing from the store", Reason(Record(("seed", "1")), Key(("seed", "1"))));

    private string Reason(StageRecord? latest, StageKey key) => Cause.Summary(new RerunReason(records, blobs).Of("train", latest, key));

    private void Keep(string id, (string Name, string Value)[] components, string output) =>
        records.Keep(Record(components) with { Id = id, Outputs = new() { ["output"] = new Artifact(output, 1) } });

    private string Listing(params (string Name, string Value)[] parts) =>
        blobs.Publish(new CodeListing(new(parts.ToDictionary(part => part.Name, part => part.Value))).ToBytes()).Sha256;

    private static StageKey Key(params (string Name, string Value)[] components)
    {
        var inputs = components.ToLookup(component => component.Name.StartsWith(StageKey.InputPrefix, StringComparison.Ordinal));
        return new StageKey
        {
            Stage = "train",
            Code = components.FirstOrDefault(component => component.Name == StageKey.CodeName).Value ?? "code",
            Settings = new(inputs[false].Where(component => component.Name != StageKey.CodeName)
                .ToDictionary(setting => setting.Name, setting => setting.Value)),
            Inputs = new(inputs[true].ToDictionary(input => input.Name[StageKey.InputPrefix.Length..], input => input.Value)),
        };
    }

    private static StageRecord Record(params (string Name, string Value)[] components) =>
        new() { Id = "train", Key = Key(components), Outputs = [] };
}
