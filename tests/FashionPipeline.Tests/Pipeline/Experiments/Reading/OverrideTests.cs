using FashionPipeline.Training;

namespace FashionPipeline.Tests.Pipeline.Experiments.Reading;

public sealed class OverrideTests : IDisposable
{
    private readonly ExperimentDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Should_replace_values_as_if_written_in_the_file()
    {
        var experiment = desk.LoadText(
            ExperimentDesk.Valid,
            "training.epochs=7",
            "models.mlp.input=raw",
            "seeds=[3, 4]",
            "training.beta_1=0.8",
            "analysis.spectral_embedding=false",
            "description=a=b");

        Assert.Equal(7, experiment.Training.Epochs);
        Assert.Equal(0.8, experiment.Training.Beta1);
        Assert.Equal(InputScaling.Raw, experiment.Models[0].Input);
        Assert.Equal([3UL, 4UL], experiment.Seeds);
        Assert.Null(experiment.Embedding);
        Assert.Equal("a=b", experiment.Description);
    }

    [Fact]
    public void Should_let_the_last_one_win() =>
        Assert.Equal(2, desk.LoadText(ExperimentDesk.Valid, "training.epochs=1", "training.epochs=2").Training.Epochs);

    [Fact]
    public void Should_take_a_value_away_with_nothing() =>
        Assert.Equal(new TrainingOptions().Epochs, desk.LoadText(ExperimentDesk.Valid, "training.epochs=").Training.Epochs);

    [Theory]
    [InlineData("training.epochs=x", "training.epochs: expected an integer from 1 to 2147483647, found x")]
    [InlineData("training.epoch=1", "unknown key 'epoch' in training; did you mean 'epochs'?")]
    [InlineData("trainig.epochs=1", "unknown key 'trainig'; did you mean 'training'?")]
    [InlineData("models.mpl.input=raw", "there is no 'mpl'; did you mean 'mlp'?")]
    [InlineData("models.mlp.layers=[dense: 4]", "models.mlp: dense (layer 1) is the last layer and gives [4], but the data has 3 classes")]
    [InlineData("seeds.1=4", "'1' cannot be set inside a list; give the whole list")]
    [InlineData("training.epochs", "expected KEY=VALUE")]
    [InlineData("=1", "expected KEY=VALUE")]
    [InlineData("training..epochs=1", "expected KEY=VALUE")]
    [InlineData("extends=base", "extends cannot be set")]
    [InlineData("seeds=[1", "broken YAML: ")]
    public void Should_point_to_the_option_at_fault(string setting, string message)
    {
        var fault = Assert.Single(desk.FaultsOf(ExperimentDesk.Valid, setting));

        Assert.StartsWith($"setting {setting}: {message}", fault);
    }
}
