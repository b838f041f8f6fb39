using FashionPipeline.Training.Checkpoints;
using FashionPipeline.Training.Functions;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Networks.Modules;

/// <summary>A network that computes logits: [batch, height * width] pixels -> [batch, classes].</summary>
internal sealed class NetworkModule : nn.Module<Tensor, TrainingStep?, Tensor>
{
    private readonly List<LayerModule> layers = [];
    private readonly long[] inputShape;

    public NetworkModule(Network network, int height, int width, Operations operations)
        : base(network.Name)
    {
        var input = Shapes.Input(network, height, width);
        inputShape = [-1, .. input.Select(size => (long)size)];
        var summary = NetworkSummary.Of(network, height, width);
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var layer = Create(summary[i].Name, i, network.Layers[i], input, operations);
            layers.Add(layer);
            register_module(summary[i].Name, layer);
            input = summary[i].OutputShape;
        }

        Weights = [.. named_parameters().OrderBy(parameter => parameter.name, StringComparer.Ordinal)];
    }

    /// <summary>Every parameter with its name (<c>dense_1.kernel</c>), in the order of the names.</summary>
    public IReadOnlyList<(string Name, Parameter Value)> Weights { get; }

    /// <summary>Kernels drawn from the seed, biases zero.</summary>
    public void Initialise(ulong seed) => layers.ForEach(layer => layer.Initialise(seed));

    public override Tensor forward(Tensor pixels, TrainingStep? step)
    {
        var values = pixels.reshape(inputShape);
        foreach (var layer in layers)
        {
            values = layer.forward(values, step);
        }

        return values;
    }

    /// <summary>A copy of the weights.</summary>
    public IReadOnlyList<NamedTensor> Export() =>
        [.. Weights.Select(weight => new NamedTensor(
            weight.Name, [.. weight.Value.shape.Select(size => checked((int)size))], TensorMemory.Of(weight.Value).ToArray()))];

    /// <summary>Takes weights over; <paramref name="source"/> names the file in errors.</summary>
    public void Import(SafeTensorsFile file, string source)
    {
        foreach (var (name, value) in Weights)
        {
            file.Get(name, [.. value.shape.Select(size => checked((int)size))], source).CopyTo(TensorMemory.Of(value));
        }
    }

    private static LayerModule Create(string name, int index, Layer layer, IReadOnlyList<int> input, Operations operations) => layer switch
    {
        Dense dense => new DenseModule(name, index, dense, input[0], operations),
        Conv2D conv => new Conv2DModule(name, index, conv, input[2], operations),
        MaxPool2D pool => new MaxPool2DModule(name, pool, operations),
        AveragePool2D pool => new AveragePool2DModule(name, pool, operations),
        Dropout dropout => new DropoutModule(name, index, dropout, operations),
        Flatten => new FlattenModule(name),
        ActivationLayer activation => new ActivationModule(name, activation, operations),
        _ => throw new ArgumentException($"Unknown layer {layer.GetType().Name}.", nameof(layer)),
    };
}
