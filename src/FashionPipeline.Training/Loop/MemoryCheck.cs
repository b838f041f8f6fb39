using System.Globalization;
using FashionPipeline.Data;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Training.Loop;

/// <summary>Whether a training fits the memory.</summary>
internal static class MemoryCheck
{
    private const int CopiesOfTrained = 3; // the gradient and Adam's two moments
    private const int CopiesOfOutputs = 2; // with the gradient
    private const double Gigabyte = 1e9;

    /// <summary>Why it cannot fit; null where it may.</summary>
    /// <param name="network">The network, whose layers fit each other.</param>
    /// <param name="batchSize">Images in a step.</param>
    /// <param name="images">The images to train on.</param>
    /// <param name="available">Bytes that this machine has.</param>
    public static string? Fault(Network network, int batchSize, LabelledImages images, long available)
    {
        var layers = NetworkSummary.Of(network, images.Shape);
        var batch = Math.Min(batchSize, images.Count);
        var parameters = layers.Sum(layer => (double)layer.Parameters);
        var trained = parameters - layers.Sum(layer => (double)layer.NonTrainable);
        var outputs = batch * (images.ValuesPerImage + layers.SelectMany(layer => layer.All)
            .Sum(layer => layer.OutputShape.Aggregate(1d, (size, side) => size * side)));
        var needed = sizeof(float) * (parameters + (CopiesOfTrained * trained) + (CopiesOfOutputs * outputs));
        return needed <= available ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"it needs about {needed / Gigabyte:N0} GB: for {parameters:N0} parameters, and {outputs:N0} values of its layers for a "
            + $"batch of {batch:N0} images; this machine has {available / Gigabyte:N0} GB. Make layers or the batch smaller");
    }
}
