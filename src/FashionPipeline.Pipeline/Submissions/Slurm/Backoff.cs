namespace FashionPipeline.Pipeline.Submissions.Slurm;

/// <summary>Pauses between questions, longer and longer while nothing changes: a cluster's controller answers all its users.</summary>
internal sealed class Backoff
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private TimeSpan pause = Shortest;

    /// <summary>Sleeps.</summary>
    /// <param name="hasChanged">Whether the last answer was another one than that before.</param>
    public void Sleep(bool hasChanged)
    {
        pause = hasChanged ? Shortest : TimeSpan.FromSeconds(Math.Min(2 * pause.TotalSeconds, Longest.TotalSeconds));
        Thread.Sleep(pause);
    }
}
