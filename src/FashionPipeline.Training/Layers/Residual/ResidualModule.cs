using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>The layers of a residual block one after the other, and its shortcut: a projection, or null for the input itself.</summary>
internal sealed class ResidualModule : LayerModule
{
    private readonly IReadOnlyList<LayerModule> layers;
    private readonly LayerModule? projection;
    private readonly Activation activation;
    private readonly Backend backend;

    public ResidualModule(
        string name,
        IReadOnlyList<(string Name, LayerModule Module)> layers,
        LayerModule? projection,
        Activation activation,
        Backend backend)
        : base(name)
    {
        this.layers = [.. layers.Select(layer => layer.Module)];
        (this.projection, this.activation, this.backend) = (projection, activation, backend);
        foreach (var layer in layers)
        {
            register_module(layer.Name, layer.Module);
        }

        if (projection is not null)
        {
            register_module(nameof(projection), projection);
        }
    }

    public override void Initialise(ulong seed)
    {
        foreach (var layer in layers)
        {
            layer.Initialise(seed);
        }

        projection?.Initialise(seed);
    }

    public override Tensor forward(Tensor input, TrainingStep? step)
    {
        var values = layers.Aggregate(input, (tensor, layer) => layer.forward(tensor, step));
        var shortcut = projection?.forward(input, step) ?? input;
        return ActivationOperation.Apply(SumOperation.Apply(values, shortcut, backend), activation, backend);
    }
}
