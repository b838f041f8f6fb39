using FashionPipeline.Data;
using FashionPipeline.Training;
using FashionPipeline.Training.Loop;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Pipeline.OwnImages;

/// <summary>What a trained model takes images of the user's own for.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Seed">The seed that it was trained with.</param>
/// <param name="Images">The images in the order in which they were given.</param>
public sealed record ImagePredictions(string Model, ulong Seed, IReadOnlyList<ImagePrediction> Images)
{
    private const int Percent = 100;

    /// <summary>Lets a model classify images.</summary>
    /// <param name="network">The model.</param>
    /// <param name="options">How it was trained.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="images">The images, at least one.</param>
    /// <param name="labelNames">Names of the classes.</param>
    internal static ImagePredictions Of(
        Network network, TrainingOptions options, byte[] weights, IReadOnlyList<OwnImage> images, IReadOnlyList<string> labelNames)
    {
        var shape = images[0].Fitted.Shape;
        var given = new LabelledImages
        {
            Height = shape.Height,
            Width = shape.Width,
            Channels = shape.Channels,
            Pixels = [.. images.SelectMany(image => image.Fitted.Pixels)],
            Labels = new byte[images.Count], // not known, and not asked for
        };
        var probabilities = Predictor.Predict(network, options, weights, given, labelNames.Count).Chunk(labelNames.Count);
        return new ImagePredictions(network.Name, options.Seed, [.. images.Zip(probabilities, (image, row) => new ImagePrediction(
            image.File, image.Found, shape,
            [.. labelNames.Zip(row, (name, probability) => new ClassProbability(name, probability))
                .OrderByDescending(found => found.Probability)]))]);
    }

    /// <summary>The predictions for a reader, a line each.</summary>
    public IReadOnlyList<string> ToLines() =>
    [
        FormattableString.Invariant($"model {Model}, trained with the seed {Seed}"),
        .. Images.SelectMany(image => image.Classes
            .Select(found => FormattableString.Invariant($"  {found.Probability * Percent,6:0.00} %  {found.Name}"))
            .Prepend($"{image.File}{Change(image)}")
            .Prepend("")),
    ];

    private static string Change(ImagePrediction image) =>
        image.Found == image.Given ? "" : $"  ({image.Found.Description}, brought to {image.Given.Description})";
}
