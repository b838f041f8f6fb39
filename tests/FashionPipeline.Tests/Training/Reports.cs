using FashionPipeline.Training.Loop;

namespace FashionPipeline.Tests.Training;

/// <summary>Keeps what a training reports, and may act on it at once.</summary>
internal sealed class Reports(Action<TrainingProgress>? act = null) : IProgress<object>
{
    public List<TrainingProgress> All { get; } = [];

    public List<string> Messages { get; } = [];

    public void Report(object value)
    {
        if (value is TrainingProgress progress)
        {
            All.Add(progress);
            act?.Invoke(progress);
        }
        else
        {
            Messages.Add((string)value);
        }
    }
}
