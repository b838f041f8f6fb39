namespace FashionPipeline.Training.Loop;

/// <summary>How far a training is.</summary>
/// <param name="Epoch">The epoch under way, from 1.</param>
/// <param name="Epochs">Epochs in all.</param>
/// <param name="Step">Steps of this epoch that are done.</param>
/// <param name="Steps">Steps of an epoch.</param>
/// <param name="Loss">Mean loss of the epoch so far.</param>
/// <param name="Accuracy">Accuracy of the epoch so far, 0 to 1.</param>
/// <param name="Finished">The epoch's figures, once its validation is done; else null.</param>
public sealed record TrainingProgress(
    int Epoch, int Epochs, int Step, int Steps, double Loss, double Accuracy, EpochMetrics? Finished = null)
{
    /// <summary>How much of all epochs is done, 0 to 1.</summary>
    public double Share => (Epoch - 1 + ((double)Step / Steps)) / Epochs;
}
