using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Pipeline.Experiments.Yaml;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;
using FsCheck;
using FsCheck.Fluent;

namespace FashionPipeline.Tests.Pipeline.Experiments.Texts;

/// <summary>Keys and locks hold the text of a layer; it must be the layer's own line, and of no other one.</summary>
public sealed class LayerTextTests
{
    [Fact]
    public void Should_write_every_setting_in_the_words_of_an_experiment() =>
        Assert.Equal(
            "conv2d: {filters: 32, kernel: [3, 5], padding: same, activation: relu, initialiser: he_normal}",
            new Conv2DLayer(32, 3, 5, Padding.Same, Activation.Relu, Initialiser.HeNormal).Text);

    // Keys and locks of networks without strides have no word for them.
    [Fact]
    public void Should_write_strides_only_where_they_are_more_than_one() =>
        Assert.Equal(
            "conv2d: {filters: 32, kernel: [3, 5], padding: valid, activation: linear, initialiser: glorot_uniform, strides: 2}",
            new Conv2DLayer(32, 3, 5, Strides: 2).Text);

    [Fact]
    public void Should_know_every_kind_of_layer() =>
        Assert.Equal(LayerKinds.All.ToHashSet(), AnyLayer.Sample(500).Select(layer => layer.Kind).ToHashSet());

    [Fact]
    public void Should_read_back_as_the_same_layer() =>
        Prop.ForAll(AnyLayer.ToArbitrary(), layer => ReadBack(layer) == layer).QuickCheckThrowOnFailure();

    private static Gen<Layer> AnyLayer { get; } = Gen.OneOf(
        SimpleLayer,
        from first in SimpleLayer
        from second in SimpleLayer
        from activation in Any<Activation>()
        select (Layer)new ResidualLayer([first, new ResidualLayer([second])], activation));

    private static Gen<Layer> SimpleLayer => Gen.OneOf(
        from units in Size
        from activation in Any<Activation>()
        from initialiser in Any<Initialiser>()
        select (Layer)new DenseLayer(units, activation, initialiser),
        from filters in Size
        from height in Size
        from width in Size
        from padding in Any<Padding>()
        from activation in Any<Activation>()
        from initialiser in Any<Initialiser>()
        from strides in Gen.Choose(1, 3)
        select (Layer)new Conv2DLayer(filters, height, width, padding, activation, initialiser, strides),
        from height in Size from width in Size select (Layer)new MaxPool2DLayer(height, width),
        from height in Size from width in Size select (Layer)new AveragePool2DLayer(height, width),
        from rate in Gen.Choose(0, 99_999_999) select (Layer)new DropoutLayer(rate / 1e8),
        from pixels in Size select (Layer)new RandomShiftLayer(pixels),
        Gen.Constant((Layer)new RandomFlipLayer()),
        from pixels in Size select (Layer)new RandomEraseLayer(pixels),
        Gen.Constant((Layer)new FlattenLayer()),
        from activation in Any<Activation>() select (Layer)new ActivationLayer(activation),
        from momentum in Gen.Choose(0, 99_999_999)
        from epsilon in Gen.Choose(1, 99_999_999)
        select (Layer)new BatchNormLayer(momentum / 1e8, epsilon / 1e8),
        Gen.Constant((Layer)new GlobalAveragePool2DLayer()));

    private static Gen<int> Size => Gen.Choose(1, 1000);

    private static Gen<T> Any<T>()
        where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());

    private static Layer? ReadBack(Layer layer)
    {
        var faults = new Faults();
        var read = new LayerReader(classes: 1).Read(new YamlValue(YamlTree.Read(layer.Text, "layer", faults)!, "layer", faults));
        return faults.Count == 0 ? read : null;
    }
}
