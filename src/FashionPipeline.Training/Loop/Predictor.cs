using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Checkpoints;
using FashionPipeline.Training.Functions;
using FashionPipeline.Training.Native;
using FashionPipeline.Training.Networks;
using TorchSharp;

namespace FashionPipeline.Training.Loop;

/// <summary>Lets a trained network classify images.</summary>
public static class Predictor
{
    /// <summary>Images that are classified, or measured on, at once; the last batch may be smaller. Changes no result.</summary>
    public const int BatchSize = 128;

    /// <summary>The probability of each class for each image: [count, classes], a row an image in their order, with the sum 1.</summary>
    /// <param name="network">The network that was trained.</param>
    /// <param name="options">Its options; scaling and numerics are used.</param>
    /// <param name="weights">Its weights: <see cref="TrainingResult.Weights"/>.</param>
    /// <param name="images">What is classified.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <exception cref="InputException">
    /// Network, weights and images do not fit each other, libtorch does not load, or a thread does not round as it should.
    /// </exception>
    public static float[] Predict(Network network, TrainingOptions options, byte[] weights, LabelledImages images, int classes)
    {
        var faults = ShapeCheck.Faults(network, images.Shape, classes).Select(fault => fault.Message).ToList();
        if (faults.Count == 0)
        {
            faults.AddRange(LengthCheck.OfLayers(network, images.Shape, Math.Min(BatchSize, images.Count)));
            faults.AddRange(new[] { LengthCheck.OfProbabilities(images.Count, classes) }.OfType<string>());
        }

        if (faults.Count > 0)
        {
            throw new InputException($"Network '{network.Name}' cannot classify:\n  {string.Join("\n  ", faults)}");
        }

        LibTorch.Load();
        using var memory = FreedMemory.ReleaseAround();
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var workspace = new Workspace();
        var backend = Backend.Of(options, workspace);
        using var module = new NetworkModule(network, images.Shape, backend);
        var source = $"weights of '{network.Name}'";
        WeightsFile.Import(module, SafeTensors.Read(weights, source), source);

        var batches = new Batches(images, options.Scaling, workspace);
        var probabilities = new float[images.Count * classes];
        foreach (var indices in batches.InOrder(BatchSize))
        {
            using var batch = torch.NewDisposeScope();
            var logits = module.forward(batches.Pixels(indices), null);
            SoftmaxCrossEntropyOperation.Probabilities(
                logits, probabilities.AsSpan(indices[0] * classes, indices.Length * classes), backend);
        }

        FloatingPointCheck.Require(workspace);
        return probabilities;
    }
}
