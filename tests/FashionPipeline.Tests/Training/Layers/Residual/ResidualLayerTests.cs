using FashionPipeline.Data;
using FashionPipeline.Tests.Training.Functions;
using FashionPipeline.Training.Functions;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Native;
using FashionPipeline.Training.Networks;
using static TorchSharp.torch;
using Padding = FashionPipeline.Training.Layers.Padding;

namespace FashionPipeline.Tests.Training.Layers;

public class ResidualLayerTests
{
    private const ulong Seed = 7;

    private static readonly TrainingStep Step = new(Seed, Epoch: 1, Step: 0);

    // The shortcut is the input, and projections by channels and by strides.
    public static TheoryData<string> Blocks { get; } = new(
        "residual: {layers: [batch_norm, conv2d 5], activation: relu}",
        "residual: {layers: [conv2d 17, dropout, conv2d 9], activation: linear}",
        "residual: {layers: [conv2d 8 by 2, residual], activation: tanh}");

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Should_agree_with_libtorch_on_the_output_and_every_gradient(string name)
    {
        var (portable, stock) = (Run(Block(name), Agreement.Portable), Run(Block(name), Agreement.LibTorch));

        Agreement.RequireClose(stock.Output, portable.Output, Agreement.OutputTolerance, "output");
        Assert.Equal(stock.Gradients.Select(gradient => gradient.Name), portable.Gradients.Select(gradient => gradient.Name));
        foreach (var (expected, found) in stock.Gradients.Zip(portable.Gradients))
        {
            Agreement.RequireClose(expected.Values, found.Values, Agreement.GradientTolerance, $"gradient of {expected.Name}");
        }
    }

    [Theory]
    [MemberData(nameof(FiniteDifferences.Seeds), MemberType = typeof(FiniteDifferences))]
    public void Should_differentiate_both_ways_of_its_input(ulong seed)
    {
        LibTorch.Load();
        using var scope = NewDisposeScope();
        using var module = new ResidualLayer([new DenseLayer(6)], Activation.Tanh).Module("block", 0, [6], Agreement.Portable());
        module.Initialise(seed);
        var weights = module.named_parameters().ToDictionary(
            weight => weight.name, weight => Array.ConvertAll(Functions.Evaluation.Values(weight.parameter), value => (double)value));

        FiniteDifferences.Require(
            (_, t) => module.forward(t[0], Step),
            x => ByDefinition.Activate(
                [.. ByDefinition.Dense(x[0], weights["dense.kernel"], weights["dense.bias"], 3).Zip(x[0], (made, given) => made + given)],
                Activation.Tanh),
            Input.Random(seed, 3, 6));
    }

    [Fact]
    public void Should_add_an_input_to_itself_where_its_layers_change_nothing() => Assert.Equal(
        [4f, -6],
        Functions.Evaluation.Of(
            Agreement.Portable,
            (backend, t) => new ResidualLayer([new ActivationLayer(Activation.Linear)])
                .Module("block", 0, [2], backend).forward(t[0], Step),
            new Input([2, -3], [1, 2])).Output);

    [Fact]
    public void Should_name_what_is_in_it_behind_its_own_name_and_draw_other_numbers_for_each()
    {
        LibTorch.Load();
        var network = new Network
        {
            Name = "n",
            Layers =
            [
                new ResidualLayer([new Conv2DLayer(4, 1, 1), new Conv2DLayer(4, 1, 1)]),
                new ResidualLayer([new Conv2DLayer(4, 1, 1)]),
                new Conv2DLayer(4, 1, 1),
            ],
        };
        using var module = new NetworkModule(network, new ImageShape(3, 3, 1), Agreement.Portable());
        module.Initialise(Seed);

        var kernels = module.Weights.Where(weight => weight.Name.EndsWith(".kernel", StringComparison.Ordinal)).ToList();

        Assert.Equal(
            [
                "conv2d.kernel", "residual.conv2d.kernel", "residual.conv2d_1.kernel", "residual.projection.kernel",
                "residual_1.conv2d.kernel",
            ],
            kernels.Select(kernel => kernel.Name));
        Assert.Distinct(kernels.Select(kernel => Functions.Evaluation.Values(kernel.Value)[0]));
        Assert.Equal(
            ["residual Residual 36", "residual_1 Residual 20", "conv2d Conv2D 20"],
            NetworkSummary.Of(network, new ImageShape(3, 3, 1)).Select(row => $"{row.Name} {row.Kind} {row.Parameters}"));
    }

    [Theory]
    [InlineData("empty", "residual (layer 1) has no layers inside; expected at least one")]
    [InlineData("setting", "residual (layer 1) has inside conv2d_1 (layer 2), which has 0 filters; expected at least 1")]
    [InlineData("softmax", "residual (layer 1) has inside conv2d (layer 1), which has the activation softmax, which belongs on the last")]
    [InlineData("input", "residual (layer 1) has inside dense (layer 1), which expects [features] but gets [8, 8, 1]")]
    [InlineData("shape", "residual (layer 1) makes [64] of [8, 8, 1], to which no shortcut leads; let its layers keep the shape")]
    public void Should_say_what_does_not_fit_inside(string which, string fault)
    {
        IReadOnlyList<Layer> layers = which switch
        {
            "empty" => [],
            "setting" => [new Conv2DLayer(1, 1, 1), new Conv2DLayer(0, 1, 1)],
            "softmax" => [new Conv2DLayer(1, 1, 1, Activation: Activation.Softmax)],
            "input" => [new DenseLayer(3)],
            _ => [new FlattenLayer()],
        };
        var network = new Network { Name = "n", Layers = [new ResidualLayer(layers), new FlattenLayer(), new DenseLayer(3)] };

        Assert.StartsWith(fault, ShapeCheck.Faults(network, new ImageShape(8, 8), 3)[0].Message, StringComparison.Ordinal);
    }

    private static ResidualLayer Block(string name) => name switch
    {
        "residual: {layers: [batch_norm, conv2d 5], activation: relu}" =>
            new([new BatchNormLayer(), new Conv2DLayer(5, 3, 3, Padding.Same)], Activation.Relu),
        "residual: {layers: [conv2d 17, dropout, conv2d 9], activation: linear}" => new(
            [new Conv2DLayer(17, 3, 3, Padding.Same, Activation.Relu), new DropoutLayer(0.25), new Conv2DLayer(9, 1, 1)]),
        _ => new(
            [
                new Conv2DLayer(8, 3, 3, Padding.Same, Activation.Relu, Strides: 2),
                new ResidualLayer([new Conv2DLayer(8, 3, 3, Padding.Same)], Activation.Relu),
            ],
            Activation.Tanh),
    };

    private static Result Run(ResidualLayer layer, Func<Backend> backend)
    {
        LibTorch.Load();
        using var scope = NewDisposeScope();
        using var module = layer.Module("block", 3, [7, 8, 5], backend());
        module.Initialise(Seed);
        var input = tensor(Input.Random(1, 4, 7, 8, 5).Values, [4, 7, 8, 5], requires_grad: true);
        var output = module.forward(input, Step);
        (output * output).sum().backward();
        var gradients = module.named_parameters().OrderBy(weight => weight.name, StringComparer.Ordinal)
            .Select(weight => (weight.name, Functions.Evaluation.Values(weight.parameter.grad!)))
            .Append(("input", Functions.Evaluation.Values(input.grad!)));
        return new(Functions.Evaluation.Values(output), [.. gradients]);
    }

    private sealed record Result(float[] Output, IReadOnlyList<(string Name, float[] Values)> Gradients);
}
