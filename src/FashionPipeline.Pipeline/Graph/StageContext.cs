namespace FashionPipeline.Pipeline.Graph;

/// <summary>What may change how a stage does its work, but never its result.</summary>
public sealed record StageContext
{
    /// <summary>
    /// A path of the stage's own for what it keeps while it is under way, so that the next run goes on where this one was cut short. Once
    /// the result is kept it is removed, or kept for longer work.
    /// </summary>
    public required string Scratch { get; init; }

    /// <summary>What shorter work of the same kind has left; null where there is nothing. The stage has to check it.</summary>
    public string? Shorter { get; init; }

    /// <summary>Is told how far the work is, in values of the room that does it.</summary>
    public required IProgress<object> Progress { get; init; }
}
