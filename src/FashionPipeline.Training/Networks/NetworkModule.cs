using FashionPipeline.Data;
using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Functions;
using FashionPipeline.Training.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Networks;

/// <summary>A network that computes logits: [batch, height * width * channels] pixels -> [batch, classes].</summary>
internal sealed class NetworkModule : nn.Module<Tensor, TrainingStep?, Tensor>
{
    private readonly List<LayerModule> layers = [];
    private readonly long[] inputShape;
    private readonly ImageShape image;
    private readonly Workspace? flipsInTest;

    public NetworkModule(Network network, ImageShape image, Backend backend)
        : base(network.Name)
    {
        this.image = image;
        flipsInTest = network.IsFlippedInTest ? backend.Workspace : null;
        var input = network.InputShape(image);
        inputShape = [-1, .. input.Select(size => (long)size)];
        var summary = NetworkSummary.Of(network, image);
        var number = 0;
        foreach (var (layer, row) in network.Layers.Zip(summary))
        {
            RequireRegistered(layer, input);
            var module = layer.Module(row.Name, number, input, backend);
            layers.Add(module);
            register_module(row.Name, module);
            (number, input) = (number + layer.Numbers, row.OutputShape);
        }

        Weights = [.. named_parameters().OrderBy(parameter => parameter.name, StringComparer.Ordinal)];
        Buffers = [.. named_buffers().OrderBy(buffer => buffer.name, StringComparer.Ordinal)];
    }

    /// <summary>Every parameter with its name (<c>dense_1.kernel</c>), in the order of the names.</summary>
    public IReadOnlyList<(string Name, Parameter Value)> Weights { get; }

    /// <summary>
    /// What layers keep beside parameters, with its name (<c>batch_normalization.moving_mean</c>), in the order of the names. Training
    /// changes it, an optimiser does not.
    /// </summary>
    public IReadOnlyList<(string Name, Tensor Value)> Buffers { get; }

    /// <summary>Kernels drawn from the seed, biases zero.</summary>
    public void Initialise(ulong seed) => layers.ForEach(layer => layer.Initialise(seed));

    public override Tensor forward(Tensor pixels, TrainingStep? step) => step is null && flipsInTest is { } workspace
        ? TestTimeFlip.Logits(pixels, image, each => Logits(each, step), workspace)
        : Logits(pixels, step);

    private Tensor Logits(Tensor pixels, TrainingStep? step)
    {
        var values = pixels.reshape(inputShape);
        foreach (var layer in layers)
        {
            values = layer.forward(values, step);
        }

        return values;
    }

    // Fingerprints of code find layers by their registry: what is not in it could change and train nothing again.
    private static void RequireRegistered(Layer layer, IReadOnlyList<int> input)
    {
        if (!LayerKinds.All.Contains(layer.Kind))
        {
            throw new ArgumentException($"The layer {layer.Kind.Name} is not in {nameof(LayerKinds)}.", nameof(layer));
        }

        foreach (var inner in layer.Inner(input))
        {
            RequireRegistered(inner.Layer, inner.Input);
        }
    }
}
