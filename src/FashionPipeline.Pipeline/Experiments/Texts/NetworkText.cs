using FashionPipeline.Foundation.Names;
using FashionPipeline.Training;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Pipeline.Experiments.Texts;

/// <summary>What a model computes, as experiments write it below <c>models</c>.</summary>
internal static class NetworkText
{
    /// <summary>
    /// The scaling of its pixels, its layers by their number, <c>model.layers.01</c>, and that it is flipped in tests, where it is.
    /// </summary>
    /// <param name="model">How messages call the model: <c>model</c>, or <c>models.cnn</c> among others.</param>
    /// <param name="input">How its pixels are scaled.</param>
    /// <param name="network">Its layers.</param>
    public static IEnumerable<KeyValuePair<string, string>> Of(string model, InputScaling input, Network network) =>
    [
        new($"{model}.input", SnakeCase.Of(input)),
        .. network.Layers.Select((layer, index) =>
            KeyValuePair.Create(FormattableString.Invariant($"{model}.layers.{index + 1:00}"), layer.Text)),
        .. network.IsFlippedInTest ? [new($"{model}.test_time_flip", YamlText.Of(true))] : Array.Empty<KeyValuePair<string, string>>(),
    ];
}
