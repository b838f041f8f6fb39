using FashionPipeline.Data;
using FashionPipeline.Data.Synthetic;
using FashionPipeline.Training;
using FashionPipeline.Training.Checkpoints;
using FashionPipeline.Training.Functions;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Loop;
using FashionPipeline.Training.Native;
using FashionPipeline.Training.Networks;
using static TorchSharp.torch;
using Workspace = FashionPipeline.Numerics.Kernels.Workspace;

namespace FashionPipeline.Tests.Training.Functions;

/// <summary>The networks of the source by our own kernels and by libtorch.</summary>
public class NetworkAgreementTests
{
    private const ulong Seed = 12345;

    public static TheoryData<string, InputScaling> Networks { get; } = new()
    {
        { "mlp", InputScaling.Unit },
        { "cnn", InputScaling.Unit },
        { "cnn", InputScaling.Raw },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Should_agree_on_logits_loss_and_every_gradient_of_a_training_step(string name, InputScaling scaling)
    {
        var portable = Step(SourceNetwork(name), Arithmetic.Portable, scaling);
        var stock = Step(SourceNetwork(name), Arithmetic.Libtorch, scaling);

        Agreement.RequireClose(stock.Logits, portable.Logits, Agreement.OutputTolerance, "logits");
        Assert.Equal(stock.Loss, portable.Loss, Agreement.OutputTolerance * Math.Max(1, stock.Loss));
        Assert.Equal(stock.Gradients.Select(gradient => gradient.Name), portable.Gradients.Select(gradient => gradient.Name));
        foreach (var (expected, found) in stock.Gradients.Zip(portable.Gradients))
        {
            Agreement.RequireClose(expected.Values, found.Values, Agreement.GradientTolerance, $"gradient of {expected.Name}");
        }
    }

    // Not on raw pixels: their logits are hundreds, whose last bits alone move a probability by 1e-5.
    [Theory]
    [InlineData("mlp")]
    [InlineData("cnn")]
    public void Should_predict_the_same_with_weights_of_the_other_arithmetic(string name)
    {
        var network = SourceNetwork(name);
        var images = SyntheticGarments.Generate(new SyntheticOptions { TrainCount = 32, TestCount = 40 });
        foreach (var trainedBy in Enum.GetValues<Arithmetic>())
        {
            var options = new TrainingOptions { Epochs = 1, Numerics = trainedBy };
            var data = new TrainingData(images.Train, images.Test);
            var weights = Trainer.Train(network, options, data, 10, cancellationToken: TestContext.Current.CancellationToken).Weights;

            var portable = Predictor.Predict(network, options with { Numerics = Arithmetic.Portable }, weights, images.Test, 10);
            var stock = Predictor.Predict(network, options with { Numerics = Arithmetic.Libtorch }, weights, images.Test, 10);

            Agreement.RequireClose(stock, portable, Agreement.OutputTolerance, $"probabilities of {name} trained by {trainedBy}");
        }
    }

    [Theory]
    [InlineData("mlp", 669_706)]
    [InlineData("cnn", 600_810)]
    public void Should_hold_the_parameters_of_the_same_layer_table(string name, long parameters)
    {
        var network = SourceNetwork(name);
        var portable = Parameters(Agreement.Portable, network);

        Assert.Equal(Parameters(Agreement.LibTorch, network), portable);
        var table = NetworkSummary.Of(network, new ImageShape(28, 28));
        Assert.Equal(parameters, table.Sum(row => row.Parameters));
        var layers = table.Where(row => row.Parameters > 0).Select(row => (row.Name, row.Parameters));
        var held = portable.GroupBy(
            tensor => tensor.Name.Split('.')[0], (layer, tensors) => (Name: layer, tensors.Sum(tensor => tensor.Count)));
        Assert.Equal(layers.OrderBy(row => row.Name, StringComparer.Ordinal), held.OrderBy(row => row.Name, StringComparer.Ordinal));
        Assert.All(portable, tensor => Assert.Matches(@"\.(bias|kernel)$", tensor.Name));
    }

    internal static Network SourceNetwork(string name) => name == SourceNetworks.Mlp.Name ? SourceNetworks.Mlp : SourceNetworks.Cnn;

    private static List<(string Name, long Count)> Parameters(Func<Backend> backend, Network network)
    {
        LibTorch.Load();
        using var module = new NetworkModule(network, new ImageShape(28, 28), backend());
        return [.. WeightsFile.Export(module).Select(tensor => (tensor.Name, tensor.Values.LongLength))];
    }

    private static TrainingStepResult Step(Network network, Arithmetic arithmetic, InputScaling scaling)
    {
        LibTorch.Load();
        using var scope = NewDisposeScope();
        var workspace = new Workspace();
        var backend = Backend.Of(new TrainingOptions { Numerics = arithmetic }, workspace);
        using var module = new NetworkModule(network, new ImageShape(28, 28), backend);
        module.Initialise(Seed);

        // A batch that fills no vector, with dropout at work.
        var images = SyntheticGarments.Generate(new SyntheticOptions { TrainCount = 19, TestCount = 10 }).Train;
        var batches = new Batches(images, scaling, workspace);
        int[] indices = [.. Enumerable.Range(0, images.Count)];
        var logits = module.forward(batches.Pixels(indices), new TrainingStep(Seed, Epoch: 1, Step: 0));
        var loss = SoftmaxCrossEntropyOperation.Loss(logits, batches.Labels(indices), backend);
        loss.backward();

        return new(
            Evaluation.Values(logits),
            loss.item<float>(),
            [.. module.Weights.Select(weight => (weight.Name, Evaluation.Values(weight.Value.grad!)))]);
    }

    private sealed record TrainingStepResult(float[] Logits, double Loss, IReadOnlyList<(string Name, float[] Values)> Gradients);
}
