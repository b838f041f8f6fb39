using FashionPipeline.Data;

namespace FashionPipeline.Pipeline.OwnImages;

/// <summary>What a model takes an image for.</summary>
/// <param name="File">The image's file.</param>
/// <param name="Found">The size that it had.</param>
/// <param name="Given">The size in which the model was given it.</param>
/// <param name="Classes">All classes, the most probable first.</param>
public sealed record ImagePrediction(string File, ImageShape Found, ImageShape Given, IReadOnlyList<ClassProbability> Classes);
