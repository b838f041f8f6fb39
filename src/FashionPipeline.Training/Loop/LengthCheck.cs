using FashionPipeline.Data;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Training.Loop;

/// <summary>Whether what a network computes and keeps has no more values than an array holds, however much memory there is.</summary>
internal static class LengthCheck
{
    private const int MomentsOfParameter = 2; // Adam's
    private const int HeaderBytes = 1 << 20; // what a checkpoint takes for names and shapes, and more

    /// <summary>Every layer whose values of a batch are too many.</summary>
    /// <param name="network">The network, whose layers fit each other.</param>
    /// <param name="image">Size of an image.</param>
    /// <param name="batch">Images in the largest batch.</param>
    public static IEnumerable<string> OfLayers(Network network, ImageShape image, int batch) =>
        from layer in NetworkSummary.Of(network, image).SelectMany(layer => layer.All)
        let values = layer.OutputShape.Aggregate((Int128)batch, (product, side) => product * side)
        where values > Array.MaxLength
        select Fault(
            $"{layer.Name} gives {values:N0} values for a batch of {batch:N0} images", "Make the layer, the images or the batch smaller");

    /// <summary>Why a state of the training could not be kept; null where it can.</summary>
    /// <param name="network">The network, whose layers fit each other.</param>
    /// <param name="image">Size of an image.</param>
    /// <param name="keepsBest">Whether the best epoch's parameters are kept beside the last one's.</param>
    public static string? OfCheckpoint(Network network, ImageShape image, bool keepsBest)
    {
        var layers = NetworkSummary.Of(network, image);
        var parameters = layers.Aggregate((Int128)0, (sum, layer) => sum + layer.Parameters);
        var trained = layers.Aggregate(parameters, (sum, layer) => sum - layer.NonTrainable);
        var bytes = sizeof(float) * ((keepsBest ? 2 * parameters : parameters) + (MomentsOfParameter * trained));
        return bytes <= Array.MaxLength - HeaderBytes ? null : Fault(
            $"a checkpoint would have {bytes:N0} bytes, for {parameters:N0} parameters and two moments of each", "Make layers smaller");
    }

    /// <summary>Why images cannot be classified at once; null where they can.</summary>
    /// <param name="images">How many images there are.</param>
    /// <param name="classes">How many classes there are.</param>
    public static string? OfProbabilities(int images, int classes) => (long)images * classes <= Array.MaxLength ? null : Fault(
        $"{images:N0} images and {classes:N0} classes make {(long)images * classes:N0} probabilities", "Classify fewer images");

    private static string Fault(FormattableString found, string remedy) =>
        FormattableString.Invariant(found) + FormattableString.Invariant($"; an array holds {Array.MaxLength:N0}. ") + remedy;
}
