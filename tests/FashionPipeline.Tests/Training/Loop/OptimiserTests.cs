using FashionPipeline.Tests.Training.Functions;
using FashionPipeline.Training;
using FashionPipeline.Training.Checkpoints;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Loop;
using FashionPipeline.Training.Native;
using FashionPipeline.Training.Networks;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FashionPipeline.Tests.Training.Loop;

/// <summary>Whole trainings beside libtorch's own optimisers, which take the same batches of the same network.</summary>
public class OptimiserTests
{
    private static readonly Network Network = new()
    {
        Name = "n",
        Layers = [new DenseLayer(8, Activation.Tanh), new DenseLayer(Stripes.Classes)],
    };

    // One batch an epoch: the order of its images does not matter. Without momentum or with a constant rate, libtorch's velocity, in which
    // the rate is no factor, leads to the same weights.
    private static readonly TrainingOptions Options =
        new() { Epochs = 6, BatchSize = Stripes.Data.Train.Count, Optimiser = OptimiserKind.Sgd, LearningRate = 0.3 };

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.9, false)]
    [InlineData(0.9, true)]
    public void Should_descend_as_libtorch_does(double momentum, bool isNesterov) => RequireAgreement(
        Options with { Momentum = momentum, IsNesterov = isNesterov },
        weights => optim.SGD(weights, Options.LearningRate, momentum, nesterov: isNesterov));

    [Fact]
    public void Should_smooth_labels_and_clip_gradients_as_libtorch_does() => RequireAgreement(
        Options with { ClipNorm = 0.05, LabelSmoothing = 0.2 }, weights => optim.SGD(weights, Options.LearningRate));

    private static void RequireAgreement(TrainingOptions options, Func<Parameter[], optim.Optimizer> optimiser)
    {
        var trained = SafeTensors.Read(
            Trainer.Train(Network, options, Stripes.Data, Stripes.Classes, cancellationToken: TestContext.Current.CancellationToken)
                .Weights,
            "weights");

        foreach (var (name, values) in Reference(options, optimiser))
        {
            Agreement.RequireClose(values, trained.Tensors.Single(tensor => tensor.Name == name).Values, 1e-4f, name);
        }
    }

    private static List<(string Name, float[] Values)> Reference(
        TrainingOptions options, Func<Parameter[], optim.Optimizer> optimiser)
    {
        LibTorch.Load();
        using var scope = NewDisposeScope();
        using var module = new NetworkModule(Network, Stripes.Data.Train.Shape, Agreement.LibTorch());
        module.Initialise(options.Seed);
        Parameter[] weights = [.. module.Weights.Select(weight => weight.Value)];
        using var steps = optimiser(weights);
        var train = Stripes.Data.Train;
        var pixels = tensor(Array.ConvertAll(train.Pixels, pixel => pixel / 255f), [train.Count, train.ValuesPerImage]);
        var labels = tensor(Array.ConvertAll(train.Labels, label => (long)label));
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            steps.zero_grad();
            nn.functional.cross_entropy(module.forward(pixels, null), labels, label_smoothing: options.LabelSmoothing).backward();
            if (options.ClipNorm > 0)
            {
                Assert.True(nn.utils.clip_grad_norm_(weights, options.ClipNorm) > options.ClipNorm);
            }

            steps.step();
        }

        return [.. module.Weights.Select(weight => (weight.Name, Functions.Evaluation.Values(weight.Value)))];
    }
}
