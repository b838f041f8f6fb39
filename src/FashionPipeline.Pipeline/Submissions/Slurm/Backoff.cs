namespace FashionPipeline.Pipeline.Submissions.Slurm;

/// <summary>Pauses between questions, longer and longer while nothing changes: a cluster's controller answers all its users.</summary>
internal sealed class Backoff
{
    private const int ShareOfAsking = 10; // a tenth of the time at most is spent on questions, whose answers are long where much runs

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private TimeSpan pause = Shortest;

    /// <summary>How long to wait for the next question.</summary>
    /// <param name="hasChanged">Whether the last answer was another one than that before.</param>
    /// <param name="asked">How long the last question took.</param>
    public TimeSpan After(bool hasChanged, TimeSpan asked)
    {
        pause = hasChanged ? Shortest : TimeSpan.FromSeconds(Math.Min(2 * pause.TotalSeconds, Longest.TotalSeconds));
        return TimeSpan.FromSeconds(Math.Max(pause.TotalSeconds, (ShareOfAsking - 1) * asked.TotalSeconds));
    }
}
