namespace FashionPipeline.Evaluation.Summary;

/// <summary>What an epoch of a training reached.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="Loss">Mean training loss.</param>
/// <param name="Accuracy">Training accuracy, 0 to 1.</param>
/// <param name="ValidationLoss">Mean loss on the validation images.</param>
/// <param name="ValidationAccuracy">Accuracy on the validation images, 0 to 1.</param>
public sealed record EpochFigures(int Epoch, double Loss, double Accuracy, double ValidationLoss, double ValidationAccuracy);
