using FashionPipeline.Data;

namespace FashionPipeline.Training;

/// <summary>The images of a training.</summary>
/// <param name="Train">Images to train on.</param>
/// <param name="Validation">Images to measure on after each epoch.</param>
public sealed record TrainingData(LabelledImages Train, LabelledImages Validation);
