using FashionPipeline.Training.Layers;

namespace FashionPipeline.Training.Networks;

/// <summary>Whether there is arithmetic for every layer of a network.</summary>
public static class ArithmeticCheck
{
    /// <summary>Every layer that the arithmetic lacks, in their order; empty where it has all.</summary>
    public static IReadOnlyList<NetworkFault> Faults(Network network, Arithmetic arithmetic)
    {
        if (arithmetic == Arithmetic.Libtorch)
        {
            return [];
        }

        var names = LayerNames.Of(network.Layers);
        return
        [
            .. network.Layers.Index().Where(layer => layer.Item.PortableFault is not null).Select(layer => new NetworkFault(
                layer.Index, FormattableString.Invariant($"{names[layer.Index]} (layer {layer.Index + 1}) {layer.Item.PortableFault}"))),
        ];
    }
}
