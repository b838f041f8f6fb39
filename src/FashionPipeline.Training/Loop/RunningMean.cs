namespace FashionPipeline.Training.Loop;

/// <summary>Keras's figures of an epoch: means over its images while it runs.</summary>
internal sealed class RunningMean
{
    private double lossSum;
    private long correct;
    private long count;

    /// <summary>Mean loss so far.</summary>
    public double Loss => lossSum / count;

    /// <summary>Accuracy so far.</summary>
    public double Accuracy => (double)correct / count;

    /// <summary>Counts a batch in.</summary>
    /// <param name="meanLoss">Mean loss of the batch.</param>
    /// <param name="correctInBatch">Images classified correctly.</param>
    /// <param name="size">Images of the batch.</param>
    public void Add(double meanLoss, int correctInBatch, int size)
    {
        lossSum += meanLoss * size;
        correct += correctInBatch;
        count += size;
    }
}
