using FashionPipeline.Data;
using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Functions;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Native;
using FashionPipeline.Training.Networks;
using TorchSharp;

namespace FashionPipeline.Training.Loop;

/// <summary>Training images as a network's first layers change them: any image of any epoch alone, as training has it.</summary>
public static class AugmentedImages
{
    /// <summary>Whether a network begins with layers that change images in training only.</summary>
    public static bool Has(Network network) => Count(network) > 0;

    /// <summary>Images as the network sees them in an epoch, behind its layers that shift, flip and erase.</summary>
    /// <param name="network">The network, which begins with such layers.</param>
    /// <param name="options">How it is trained.</param>
    /// <param name="images">All training images.</param>
    /// <param name="indices">Which of them.</param>
    /// <param name="epoch">Number of the epoch, from 1.</param>
    public static LabelledImages Of(
        Network network, TrainingOptions options, LabelledImages images, IReadOnlyList<int> indices, int epoch)
    {
        LibTorch.Load();
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var workspace = new Workspace();
        var backend = Backend.Of(options, workspace);
        long[] shape = [-1, images.Height, images.Width, images.Channels];
        IReadOnlyList<int> input = [images.Height, images.Width, images.Channels];
        var modules = network.Layers.Take(Count(network)).Select((layer, i) => layer.Module($"layer{i}", i, input, backend)).ToList();
        var order = EpochOrder.Of(options.Seed, epoch, images.Count);
        var batches = new Batches(images, InputScaling.Raw, workspace);
        var pixels = new List<byte>();
        foreach (var place in indices.Select(index => Array.IndexOf(order, index)))
        {
            var step = place / options.BatchSize;
            var batch = order.AsSpan(step * options.BatchSize);
            var values = batches.Pixels(batch[..Math.Min(options.BatchSize, batch.Length)]).reshape(shape);
            values = modules.Aggregate(values, (each, module) => module.forward(each, new TrainingStep(options.Seed, epoch, step)));
            var image = TensorMemory.Of(values).Slice(place % options.BatchSize * images.ValuesPerImage, images.ValuesPerImage);
            pixels.AddRange(Array.ConvertAll(image.ToArray(), value => (byte)value)); // moved, and not computed
        }

        return new LabelledImages
        {
            Height = images.Height,
            Width = images.Width,
            Channels = images.Channels,
            Pixels = [.. pixels],
            Labels = [.. indices.Select(index => images.Labels[index])],
        };
    }

    private static int Count(Network network) =>
        network.Layers.TakeWhile(layer => layer is RandomShiftLayer or RandomFlipLayer or RandomEraseLayer).Count();
}
