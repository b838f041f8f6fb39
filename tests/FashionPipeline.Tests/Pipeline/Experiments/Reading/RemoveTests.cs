using FashionPipeline.Training;

namespace FashionPipeline.Tests.Pipeline.Experiments.Reading;

/// <summary>Inherited models that an experiment leaves out.</summary>
public sealed class RemoveTests : IDisposable
{
    private const string TwoModels = """
        title: Base
        data_set: garments
        seeds: [1]
        models:
          - {name: mlp, title: Dense, input: unit, layers: [dense: 3]}
          - {name: cnn, title: Convolutional, input: unit, layers: [flatten, dense: 3]}
        published:
          citation: a notebook
          models: {mlp: {parameters: 5}, cnn: {parameters: 7}}
          best_model: cnn
          best_model_of_text: mlp
          weak_classes: [2]
          taken_for: [[0, 1]]
          reasonable_mistakes: true
          embedding_agrees: true
          label_correct: [0.1, 0.2, 0.3]
          confusion_matrix: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        """;

    private readonly ExperimentDesk desk = new();

    public RemoveTests() => desk.Write("base", TwoModels);

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Should_leave_a_model_out_with_what_was_published_of_it()
    {
        var experiment = desk.LoadText("extends: base\nremove: [cnn]\n");

        Assert.Equal("mlp", Assert.Single(experiment.Models).Name);
        Assert.Equal("mlp", Assert.Single(experiment.Published!.Models).Model);
        Assert.Null(experiment.Published.BestModel);
        Assert.Empty(experiment.Published.LabelCorrect);
        Assert.Empty(experiment.Published.Confusion);
        Assert.Empty(experiment.Published.WeakClasses);
        Assert.Empty(experiment.Published.TakenFor);
        Assert.Null(experiment.Published.HasReasonableMistakes);
        Assert.Null(experiment.Published.EmbeddingAgrees);
    }

    [Fact]
    public void Should_keep_what_is_said_of_the_best_model_where_that_of_the_text_goes()
    {
        var published = desk.LoadText("extends: base\nremove: [mlp]\n").Published!;

        Assert.Null(published.BestModelOfText);
        Assert.Equal([2], published.WeakClasses);
        Assert.Equal([[0, 1]], published.TakenFor);
        Assert.True(published.HasReasonableMistakes);
    }

    [Fact]
    public void Should_keep_the_numbers_of_the_best_model_where_another_one_goes()
    {
        var experiment = desk.LoadText("extends: base\nremove: [mlp]\n");

        Assert.Equal("cnn", experiment.Published!.BestModel);
        Assert.Equal([0.1, 0.2, 0.3], experiment.Published.LabelCorrect);
    }

    [Fact]
    public void Should_leave_a_model_out_for_one_run()
    {
        Assert.Equal("cnn", Assert.Single(desk.Load("base", "remove=[mlp]").Models).Name);
        Assert.Equal("cnn", Assert.Single(desk.LoadText("extends: base\n", "remove=[mlp]").Models).Name);
    }

    [Fact]
    public void Should_take_another_model_of_the_name()
    {
        var experiment = desk.LoadText("""
            extends: base
            remove: [mlp, cnn]
            models:
              - {name: cnn, title: New, input: raw, layers: [dense: 3]}
            """);

        var model = Assert.Single(experiment.Models);
        Assert.Equal(("New", InputScaling.Raw), (model.Title, model.Input));
    }

    [Fact]
    public void Should_leave_out_what_comes_from_far()
    {
        desk.Write("middle", "extends: base\nremove: [cnn]\ntitle: Middle\n");

        Assert.Equal("mlp", Assert.Single(desk.LoadText("extends: middle\ntitle: Leaf\n").Models).Name);
        Assert.StartsWith(
            "experiments/e.yaml:2:10: remove: there is no model 'cnn' to leave out; known: mlp",
            Assert.Single(desk.FaultsOf("extends: middle\nremove: [cnn]\n")));
    }

    [Theory]
    [InlineData("[cn]", "2:10: remove: there is no model 'cn' to leave out; did you mean 'cnn'? Known: cnn, mlp")]
    [InlineData("[cnn, cnn]", "2:15: remove: 'cnn' stands here a second time")]
    [InlineData("[mlp, cnn]", "2:9: remove: no model is left; keep one, or add another one to models")]
    [InlineData("cnn", "2:9: remove: expected a list of models, such as [cnn], found cnn")]
    [InlineData("[[cnn]]", "2:10: remove: expected a text, found a list")]
    public void Should_say_what_cannot_be_left_out(string remove, string fault) =>
        Assert.Equal($"experiments/e.yaml:{fault}", Assert.Single(desk.FaultsOf($"extends: base\nremove: {remove}\n")));

    [Theory]
    [InlineData("remove=[mpl]", "remove: there is no model 'mpl' to leave out; did you mean 'mlp'? Known: mlp, cnn")]
    [InlineData("remove=[cnn, mlp]", "remove: no model is left; keep one, or add another one to models")]
    public void Should_point_to_the_option_that_leaves_out_too_much(string setting, string fault) =>
        Assert.Equal($"setting {setting}: {fault}", Assert.Single(desk.Faults("base", setting)));

    [Theory]
    [InlineData("remove: [mlp]")]
    [InlineData("set: {training.epochs: 1}")]
    public void Should_be_refused_where_nothing_is_inherited(string edit)
    {
        var key = edit.Split(':')[0];

        Assert.Contains(
            $"{key}: changes what a file inherits, and this one extends nothing; edit the file itself, or add extends",
            Assert.Single(desk.FaultsOf($"{edit}\n{TwoModels}")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_nothing_of_models_in_a_parent_that_cannot_be_read() => Assert.Contains(
        "there is no experiment 'nobody'",
        Assert.Single(desk.FaultsOf("extends: nobody\nremove: [cnn]\nset: {models.cnn.input: raw}\n")),
        StringComparison.Ordinal);
}
