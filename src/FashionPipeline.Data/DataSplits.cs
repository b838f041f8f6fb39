namespace FashionPipeline.Data;

/// <summary>A data set's two halves.</summary>
/// <param name="Train">The images that models are trained on.</param>
/// <param name="Test">The images that they are judged by.</param>
public sealed record DataSplits(LabelledImages Train, LabelledImages Test)
{
    /// <summary>
    /// Images that were cut out of those to train on, and that models are chosen by; null where there are none, so that the test images
    /// serve.
    /// </summary>
    public LabelledImages? Validation { get; init; }
}
