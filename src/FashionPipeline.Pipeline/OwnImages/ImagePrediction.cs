using FashionPipeline.Data;

namespace FashionPipeline.Pipeline.OwnImages;

/// <summary>What a model takes an image for.</summary>
/// <param name="Image">The image's name.</param>
/// <param name="Found">The size that it had.</param>
/// <param name="Given">The size in which the model was given it.</param>
/// <param name="LabelNames">Name of each class; the index is the label.</param>
/// <param name="Probabilities">Probability of each class, 0 to 1; the index is the label.</param>
public sealed record ImagePrediction(
    OwnImageName Image, ImageShape Found, ImageShape Given, IReadOnlyList<string> LabelNames, IReadOnlyList<float> Probabilities)
{
    /// <summary>All classes, the most probable first.</summary>
    public IReadOnlyList<ClassProbability> Classes =>
    [
        .. LabelNames.Zip(Probabilities, (name, probability) => new ClassProbability(name, probability))
            .OrderByDescending(found => found.Probability),
    ];
}
