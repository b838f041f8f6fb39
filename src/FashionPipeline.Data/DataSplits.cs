namespace FashionPipeline.Data;

/// <summary>A data set's two halves.</summary>
/// <param name="Train">The images that models are trained on.</param>
/// <param name="Test">The images that they are measured on.</param>
public sealed record DataSplits(LabelledImages Train, LabelledImages Test);
