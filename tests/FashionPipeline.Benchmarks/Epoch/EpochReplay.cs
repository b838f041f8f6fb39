using System.Diagnostics;
using FashionPipeline.Data;
using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Numerics.Random;
using FashionPipeline.Training;
using FashionPipeline.Training.Loop;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Benchmarks.Epoch;

/// <summary>
/// Trains as <see cref="Trainer"/> does under portable arithmetic, with the kernels alone and a stopwatch around each. Its metrics are the
/// trainer's, bit for bit, which shows that it does the same work.
/// </summary>
/// <param name="network">What is trained.</param>
/// <param name="options">How.</param>
/// <param name="data">Images to train on, and images to measure on after each epoch.</param>
internal sealed class EpochReplay(Network network, TrainingOptions options, TrainingData data)
{
    private readonly Workspace workspace = new();
    private readonly NetworkWeights weights = new(options);
    private readonly Dictionary<(int Batch, bool IsTraining), IReadOnlyList<Operation>> steps = [];
    private int epoch;

    /// <summary>Trains for one more epoch.</summary>
    /// <returns>What it reached, and what each operation took in all.</returns>
    public (EpochMetrics Metrics, IReadOnlyList<OperationTime> Times) Next()
    {
        epoch++;
        var times = new OrderedDictionary<(string Name, Pass Pass), OperationTime>();
        var order = new RandomStream(options.Seed, RandomPurpose.Permutation, epoch: (uint)epoch).Permutation(data.Train.Count);
        var (loss, accuracy) = Run(data.Train, order, options.BatchSize, isTraining: true, times);
        var (validationLoss, validationAccuracy) =
            Run(data.Validation, [.. Enumerable.Range(0, data.Validation.Count)], Predictor.BatchSize, isTraining: false, times);
        var metrics = new EpochMetrics
        {
            Epoch = epoch,
            Loss = loss,
            Accuracy = accuracy,
            ValidationLoss = validationLoss,
            ValidationAccuracy = validationAccuracy,
        };
        return (metrics, [.. times.Values]);
    }

    private (double Loss, double Accuracy) Run(
        LabelledImages images, int[] order, int batchSize, bool isTraining, OrderedDictionary<(string, Pass), OperationTime> times)
    {
        var (lossSum, correct, number) = (0d, 0L, 0);
        foreach (var indices in order.Chunk(batchSize))
        {
            var step = new Step(epoch, number++, images, indices);
            foreach (var operation in OperationsOf(indices.Length, isTraining))
            {
                var start = Stopwatch.GetTimestamp();
                operation.Run(step);
                var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
                var key = (operation.Name, operation.Pass);
                var sum = times.GetValueOrDefault(key) ?? new OperationTime(operation.Name, operation.Pass, 0, 0);
                times[key] = sum with { Seconds = sum.Seconds + seconds, Flops = sum.Flops + operation.Flops };
            }

            lossSum += (double)step.Loss * indices.Length;
            correct += step.Correct;
        }

        return (lossSum / order.Length, (double)correct / order.Length);
    }

    // The last batch may be smaller than the others.
    private IReadOnlyList<Operation> OperationsOf(int batch, bool isTraining) => steps.TryGetValue((batch, isTraining), out var known)
        ? known
        : steps[(batch, isTraining)] =
            new StepBuilder(weights, options, batch, isTraining, workspace).Build(network, data.Train.Shape);
}
