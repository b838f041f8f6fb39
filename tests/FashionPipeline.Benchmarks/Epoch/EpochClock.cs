using System.Diagnostics;
using FashionPipeline.Training.Loop;

namespace FashionPipeline.Benchmarks.Epoch;

/// <summary>Measures the epochs of a training, and does something else between them.</summary>
/// <param name="between">What is done after each epoch; its time counts for none.</param>
internal sealed class EpochClock(Action between) : IProgress<object>
{
    private readonly List<double> seconds = [];
    private long start = Stopwatch.GetTimestamp();

    /// <summary>What each epoch took; the first includes what is done once before it.</summary>
    public IReadOnlyList<double> Seconds => seconds;

    public void Report(object value)
    {
        if (value is TrainingProgress { Finished: not null })
        {
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            between();
            start = Stopwatch.GetTimestamp();
        }
    }
}
