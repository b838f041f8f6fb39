using FashionPipeline.Pipeline.Experiments;

namespace FashionPipeline.Pipeline.Submissions;

/// <summary>
/// Whether a step that failed is tried again by itself: where it lacked memory, with twice as much; where it lacked time, its machine
/// failed or nobody knows, with the same. What fails by what it was given would fail again.
/// </summary>
public static class RetryRule
{
    /// <summary>How often a step is tried again.</summary>
    public const int Most = 3;

    /// <summary>What the step gets in the next attempt; null where there is none.</summary>
    /// <param name="state">The state of a step that failed.</param>
    public static NodeResources? Next(NodeState state) => state switch
    {
        { Progress: not NodeProgress.Failed } or { Array.Retries: >= Most } => null,
        { Task: null or { State: TaskState.TimedOut or TaskState.Lost } } => state.Array.Resources,
        { Task.IsOutOfMemory: true } => state.Array.Resources with { MemoryMegabytes = 2 * state.Array.Resources.MemoryMegabytes },
        _ => null,
    };
}
