using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Onnx;
using FashionPipeline.Onnx.Operators;
using FashionPipeline.Training;
using FashionPipeline.Training.Checkpoints;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Loop;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Tests.Onnx;

/// <summary>Exported networks, beside what they were exported from.</summary>
public sealed class OnnxModelTests
{
    private const int Classes = 4;
    private const double Tolerance = 1e-5;

    private static readonly Dictionary<string, Network> Networks = new()
    {
        ["features"] = Of(
            new DenseLayer(9, Activation.Tanh), new DropoutLayer(0.3), new BatchNormLayer(), new DenseLayer(8, Activation.Sigmoid),
            new FlattenLayer(), new DenseLayer(Classes, Activation.Softmax)),
        ["augmented"] = Of(
            new RandomShiftLayer(1), new RandomFlipLayer(), new RandomEraseLayer(2),
            new Conv2DLayer(5, 3, 2, Padding.Same, Activation.Relu), new BatchNormLayer(),
            new ActivationLayer(Activation.Sigmoid), new MaxPool2DLayer(2, 3), new DropoutLayer(0.5), new FlattenLayer(),
            new DenseLayer(7, Activation.Relu), new DenseLayer(Classes), new ActivationLayer(Activation.Softmax)),
        ["strides"] = Of(
            new Conv2DLayer(6, 4, 3, Padding.Same, Strides: 2), new ActivationLayer(Activation.Tanh), new AveragePool2DLayer(2, 1),
            new Conv2DLayer(3, 2, 2, Padding.Valid, Activation.Sigmoid, Strides: 2), new FlattenLayer(), new DenseLayer(Classes)),
        ["means"] = Of(
            new BatchNormLayer(), new Conv2DLayer(16, 3, 3, Padding.Same, Activation.Relu), new Conv2DLayer(16, 3, 3),
            new GlobalAveragePool2DLayer(), new DenseLayer(Classes, Activation.Softmax)),
        ["residual"] = Of(
            new ResidualLayer([new Conv2DLayer(6, 3, 3, Padding.Same, Strides: 2), new BatchNormLayer()], Activation.Relu),
            new ResidualLayer([new ResidualLayer([new BatchNormLayer()], Activation.Tanh), new Conv2DLayer(6, 1, 1)]),
            new FlattenLayer(), new ResidualLayer([new DropoutLayer(0.5), new BatchNormLayer()]), new DenseLayer(Classes)),
        ["mirrored"] = Of(
            new Conv2DLayer(5, 3, 2, Padding.Same, Activation.Relu), new BatchNormLayer(), new FlattenLayer(), new DenseLayer(Classes))
            with { IsFlippedInTest = true },
        ["mirrored features"] = Of(new DenseLayer(9, Activation.Tanh), new BatchNormLayer(), new DenseLayer(Classes))
            with { IsFlippedInTest = true },
        // Without a norm, raw pixels make logits of hundreds, whose rounding alone moves a probability further.
        ["pixels"] = Of(new FlattenLayer(), new BatchNormLayer(), new DenseLayer(Classes)),
    };

    public static TheoryData<string, InputScaling, int> Cases =>
    [
        .. from name in Networks.Keys
           from scaling in Enum.GetValues<InputScaling>()
           from channels in new[] { 1, ImageShape.Colours }
           select new TheoryDataRow<string, InputScaling, int>(name, scaling, channels),
    ];

    public static TheoryData<string> Kinds => [.. LayerKinds.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Should_give_the_probabilities_of_the_network(string name, InputScaling scaling, int channels)
    {
        var (network, options) = (Networks[name], new TrainingOptions { Epochs = 2, BatchSize = 8, Scaling = scaling });
        var images = Tests.Data.Images.Random(count: 40, height: 11, width: 10, Classes, seed: 3, channels);
        var weights = Trained(network, options, images);
        var expected = Predictor.Predict(network, options, weights, images, Classes);

        var (probabilities, labels) = OnnxRun.Predict(Model(network, scaling, images.Shape, weights).ToBytes(), images);

        Assert.True(expected.Distinct().Count() > images.Count, "All images look the same to the network.");
        Assert.Equal(expected, probabilities, (one, other) => Math.Abs(one - other) <= Tolerance);
        Assert.Equal(probabilities.Chunk(Classes).Select(row => (long)Array.IndexOf(row, row.Max())), labels);
    }

    // A kind of layer that is added needs operators, and a place among the networks above.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Should_export_and_try_every_kind_of_layer(string name)
    {
        var kind = LayerKinds.Find(name)!;

        Assert.NotNull(LayerOperators.Of(kind));
        Assert.Contains(Networks.Values.SelectMany(network => network.Layers), layer => layer.Kind == kind);
    }

    [Fact]
    public void Should_state_shapes_for_any_number_of_images()
    {
        var shapes = OnnxRun.Shapes(Pixels());

        Assert.Equal([-1, 5, 6, 3], shapes[OnnxModel.Pixels]);
        Assert.Equal([-1, Classes], shapes[OnnxModel.Probabilities]);
        Assert.Equal([-1], shapes[OnnxModel.Label]);
    }

    [Fact]
    public void Should_carry_texts_and_write_the_same_bytes_whatever_their_order()
    {
        var texts = new Dictionary<string, string> { ["model"] = "cnn", ["classes"] = "[\"Shirt\", \"Größe\"]" };

        var file = Pixels(texts);

        Assert.Equal(texts.OrderBy(text => text.Key), OnnxRun.Metadata(file).OrderBy(text => text.Key));
        Assert.Equal(file, Pixels(texts.Reverse().ToDictionary()));
    }

    [Fact]
    public void Should_refuse_the_weights_of_another_network()
    {
        var images = Tests.Data.Images.Random(count: 8, height: 5, width: 6, Classes);
        var weights = Trained(Networks["pixels"], new TrainingOptions { Epochs = 1 }, images);
        var other = Of(new FlattenLayer(), new DenseLayer(9), new DenseLayer(Classes));

        var fault = Assert.Throws<InputException>(() => Model(other, InputScaling.Unit, images.Shape, weights).ToBytes());

        Assert.Contains("tensor 'dense.kernel' has shape [30, 4], expected [30, 9]", fault.Message, StringComparison.Ordinal);
    }

    private static byte[] Pixels(IReadOnlyDictionary<string, string>? metadata = null)
    {
        var images = Tests.Data.Images.Random(count: 8, height: 5, width: 6, Classes, channels: 3);
        var weights = Trained(Networks["pixels"], new TrainingOptions { Epochs = 1 }, images);
        return (Model(Networks["pixels"], InputScaling.Unit, images.Shape, weights) with
        {
            Metadata = metadata ?? new Dictionary<string, string>(),
        }).ToBytes();
    }

    private static byte[] Trained(Network network, TrainingOptions options, LabelledImages images) => Trainer.Train(
        network, options, new TrainingData(images, images), Classes, cancellationToken: TestContext.Current.CancellationToken).Weights;

    private static OnnxModel Model(Network network, InputScaling scaling, ImageShape shape, byte[] weights) => new()
    {
        Network = network,
        Image = shape,
        Scaling = scaling,
        Weights = SafeTensors.Read(weights, "weights"),
    };

    private static Network Of(params IReadOnlyList<Layer> layers) => new() { Name = "small", Layers = layers };
}
