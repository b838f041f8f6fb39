using FashionPipeline.Pipeline.Experiments.Texts;
using FashionPipeline.Tests.Pipeline.Experiments.Reading;

namespace FashionPipeline.Tests.Pipeline.Experiments.Texts;

public sealed class ExperimentTextTests : IDisposable
{
    private readonly ExperimentDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Should_write_each_setting_by_the_name_and_in_the_words_of_the_file()
    {
        var settings = ExperimentText.Of(desk.LoadText(ExperimentDesk.Valid)).ToDictionary();

        Assert.Equal("2", settings["training.epochs"]);
        Assert.Equal("0.01", settings["training.learning_rate"]);
        Assert.Equal("[1, 2]", settings["seeds"]);
        Assert.Equal("unit", settings["models.mlp.input"]);
        Assert.Equal("dropout: {rate: 0.5}", settings["models.mlp.layers.02"]);
        Assert.Equal("training_plus_validation_accuracy", settings["selection"]);
        Assert.Equal("4", settings["analysis.spectral_embedding.neighbours"]);
        Assert.Equal("{height: 28, width: 28}", settings["data_set.image"]);
        Assert.Equal("[Shirt, Bag, Boot]", settings["data_set.label_names"]);
        Assert.Equal("10", settings["data_set.synthetic.train_count"]);
    }

    // A key without it is the key that it was before there were validation sets.
    [Fact]
    public void Should_name_a_validation_set_only_where_there_is_one()
    {
        Assert.DoesNotContain(ExperimentText.Of(desk.LoadText(ExperimentDesk.Valid)), setting =>
            setting.Key.StartsWith("validation", StringComparison.Ordinal));
        Assert.Equal("0.2", ExperimentText.Of(desk.LoadText(ExperimentDesk.Valid, "validation.fraction=0.2"))
            .ToDictionary()["validation.fraction"]);
    }

    [Theory]
    [InlineData("Shirt", "[Shirt, Boot]")]
    [InlineData("T-shirt/top", "[T-shirt/top, Boot]")]
    [InlineData("Shirt, Bag", "[\"Shirt, Bag\", Boot]")]
    [InlineData("no", "[\"no\", Boot]")]
    [InlineData("null", "[\"null\", Boot]")]
    [InlineData("Bag\n", "[\"Bag\\n\", Boot]")]
    [InlineData("7", "[\"7\", Boot]")]
    [InlineData("a: b", "[\"a: b\", Boot]")]
    [InlineData("say \"so\"", "[\"say \\\"so\\\"\", Boot]")]
    public void Should_put_a_label_in_quotation_marks_that_would_read_as_something_else(string label, string expected) =>
        Assert.Equal(expected, YamlText.List([label, "Boot"]));
}
