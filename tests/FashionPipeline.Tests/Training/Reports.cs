using FashionPipeline.Training.Loop;

namespace FashionPipeline.Tests.Training;

/// <summary>Keeps what a training reports, and may act on it at once.</summary>
internal sealed class Reports(Action<TrainingProgress>? act = null) : IProgress<TrainingProgress>
{
    public List<TrainingProgress> All { get; } = [];

    public void Report(TrainingProgress value)
    {
        All.Add(value);
        act?.Invoke(value);
    }
}
