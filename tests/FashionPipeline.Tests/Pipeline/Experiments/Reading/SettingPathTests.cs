using System.Globalization;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Experiments.Texts;
using FashionPipeline.Training;
using FashionPipeline.Training.Layers;

namespace FashionPipeline.Tests.Pipeline.Experiments.Reading;

/// <summary>Single settings by the paths that reasons and locks show.</summary>
public sealed class SettingPathTests : IDisposable
{
    private const string Deep = """
        title: Deep
        data_set: garments
        seeds: [1]
        models:
          - name: cnn
            title: Convolutional
            input: unit
            layers:
              - conv2d: {filters: 4, kernel: 3}
              - max_pool2d: 2
              - dropout: 0.2
              - flatten
              - activation: tanh
              - dense: 3
        """;

    private readonly ExperimentDesk desk = new();

    public SettingPathTests() => desk.Write("deep", Deep);

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData(
        "01.filters", "8", "conv2d: {filters: 8, kernel: [3, 3], padding: valid, activation: linear, initialiser: glorot_uniform}")]
    [InlineData(
        "1.kernel", "[5, 3]", "conv2d: {filters: 4, kernel: [5, 3], padding: valid, activation: linear, initialiser: glorot_uniform}")]
    [InlineData("02.window", "3", "max_pool2d: {window: [3, 3]}")]
    [InlineData("03.rate", "0.3", "dropout: {rate: 0.3}")]
    [InlineData("05.activation", "relu", "activation: relu")]
    [InlineData("06.activation", "softmax", "dense: {units: 3, activation: softmax, initialiser: glorot_uniform}")]
    [InlineData("03", "dropout: {rate: 0.3}", "dropout: {rate: 0.3}")]
    [InlineData("03", "average_pool2d: 2", "average_pool2d: {window: [2, 2]}")]
    public void Should_change_one_setting_of_a_layer(string path, string value, string text)
    {
        var index = int.Parse(path.Split('.')[0], CultureInfo.InvariantCulture) - 1;

        Assert.Equal(text, Layers(desk.Load("deep", $"models.cnn.layers.{path}={value}"))[index].Text);
        Assert.Equal(text, Layers(desk.LoadText($"extends: deep\nset:\n  models.cnn.layers.{path}:\n    {value}\n"))[index].Text);
    }

    [Fact]
    public void Should_leave_the_other_layers_as_they_are() => Assert.Equal(
        [
            new Conv2DLayer(4, 3, 3), new MaxPool2DLayer(2, 2), new DropoutLayer(0.5), new FlattenLayer(),
            new ActivationLayer(Activation.Tanh), new DenseLayer(3),
        ],
        Layers(desk.Load("deep", "models.cnn.layers.03.rate=0.4", "models.cnn.layers.03.rate=0.5")));

    [Fact]
    public void Should_change_one_setting_of_a_layer_within_a_layer()
    {
        desk.Write("nested", Deep.Replace("- dropout: 0.2", "- residual: {layers: [batch_norm, residual: {layers: [dropout: 0.2]}]}"));

        var changed = Layers(desk.Load(
            "nested", "models.cnn.layers.03.layers.02.layers.01.rate=0.3", "models.cnn.layers.03.activation=relu"));

        Assert.Equal(
            new ResidualLayer([new BatchNormLayer(), new ResidualLayer([new DropoutLayer(0.3)])], Activation.Relu), changed[2]);
        Assert.StartsWith(
            "setting models.cnn.layers.03.layers.03.rate=1: models.cnn.layers.03 has no layer '03'; expected a number from 01 to 02",
            Assert.Single(desk.Faults("nested", "models.cnn.layers.03.layers.03.rate=1")));
        Assert.StartsWith(
            "setting models.cnn.layers.02.layers.01.rate=1: models.cnn.layers.02 has no layers to change",
            desk.Faults("nested", "models.cnn.layers.02.layers.01.rate=1")[0]);
    }

    // What a reason shows can be typed: the name of the setting, and its value.
    [Fact]
    public void Should_take_every_layer_as_reasons_and_locks_write_it()
    {
        var experiment = desk.Load("deep");
        var shown = ExperimentText.Of(experiment).Where(setting => setting.Key.Contains(".layers.", StringComparison.Ordinal)).ToList();

        Assert.Equal(6, shown.Count);
        Assert.Equal(Layers(experiment), Layers(desk.Load("deep", [.. shown.Select(setting => $"{setting.Key}={setting.Value}")])));
    }

    [Fact]
    public void Should_set_after_the_models_of_the_file_are_merged()
    {
        var experiment = desk.LoadText("""
            extends: deep
            remove: [cnn]
            models:
              - {name: mlp, title: Dense, input: unit, layers: [dense: 8, dense: 3]}
            set:
              models.mlp.layers.01.units: 9
              models.mlp.input: raw
              training.epochs: 7
              seeds: [4, 5]
            """);

        Assert.Equal(new DenseLayer(9), Layers(experiment)[0]);
        Assert.Equal(InputScaling.Raw, experiment.Models[0].Input);
        Assert.Equal(7, experiment.Training.Epochs);
        Assert.Equal([4UL, 5UL], experiment.Seeds);
    }

    [Fact]
    public void Should_let_the_command_line_win() => Assert.Equal(
        new DropoutLayer(0.4),
        Layers(desk.LoadText("extends: deep\nset: {models.cnn.layers.03.rate: 0.3}\n", "models.cnn.layers.03.rate=0.4"))[2]);

    [Theory]
    [InlineData("models.cnn.layers.07.rate", "1", "models.cnn has no layer '07'; expected a number from 01 to 06, counted from the input")]
    [InlineData("models.cnn.layers.0.rate", "1", "models.cnn has no layer '0'; expected a number from 01 to 06")]
    [InlineData("models.cnn.layers.dropout.rate", "1", "models.cnn has no layer 'dropout'; expected a number from 01 to 06")]
    [InlineData(
        "models.cnn.layers[2].rate", "0.3",
        "found 'layers[2]'; a layer goes by its number, counted from 1, as in models.cnn.layers.03.rate")]
    [InlineData("models.cnn.layers.03.rat", "0.3", "unknown key 'rat' in models.cnn, layer 3.dropout; did you mean 'rate'?")]
    [InlineData(
        "models.cnn.layers.03.rate", "1.5",
        "models.cnn, layer 3.dropout.rate: expected a number from 0 up to, not including, 1, found 1.5")]
    [InlineData("models.cnn.layers.01.kernel.1", "2", "models.cnn, layer 1.conv2d.kernel: expected an integer")]
    [InlineData("models.mlp.input", "raw", "there is no 'mlp'; known: cnn")]
    public void Should_refuse_what_is_not_there(string path, string value, string fault)
    {
        Assert.StartsWith($"setting {path}={value}: {fault}", Assert.Single(desk.Faults("deep", $"{path}={value}")));
        Assert.StartsWith("experiments/e.yaml:2:", Assert.Single(desk.FaultsOf($"extends: deep\nset: {{\"{path}\": {value}}}\n")));
    }

    [Theory]
    [InlineData("set: [a]", "2:6: set: expected paths of settings and values, such as {training.epochs: 1}, found a list")]
    [InlineData("set: {extends: deep}", "2:7: set: found 'extends'; expected the path of a setting, such as training.epochs")]
    [InlineData("set: {remove: [cnn]}", "2:7: set: found 'remove'; expected the path of a setting, such as training.epochs")]
    [InlineData("set: {training..epochs: 1}", "2:7: set: found 'training..epochs'; expected the path of a setting")]
    [InlineData("set: {training.epoch: 1}", "2:7: unknown key 'epoch' in training; did you mean 'epochs'?")]
    public void Should_point_to_the_path_at_fault(string line, string fault) =>
        Assert.StartsWith($"experiments/e.yaml:{fault}", Assert.Single(desk.FaultsOf($"extends: deep\n{line}\n")));

    private static IReadOnlyList<Layer> Layers(Experiment experiment) => Assert.Single(experiment.Models).Network.Layers;
}
