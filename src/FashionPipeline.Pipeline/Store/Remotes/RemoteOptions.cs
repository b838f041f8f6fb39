namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>How patient a remote store is asked. A store that does not answer must cost less than what it would have saved.</summary>
public sealed record RemoteOptions
{
    /// <summary>
    /// Longest record. That of a report has a line for each input: of 10,000 runs it is 6 MB, of this length it has a million.
    /// </summary>
    internal const int MostRecordBytes = 1 << 27;

    /// <summary>How often a request is tried again after a fault that may pass: 408, 429, 5xx, a broken connection, a stall.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Pause before the first retry, more or less; each further one is twice as long.</summary>
    public double RetryDelaySeconds { get; init; } = 0.5;

    /// <summary>A server that asks to come back later than this is not asked again.</summary>
    public double LongestRetryAfterSeconds { get; init; } = 10;

    /// <summary>How long a connection may take.</summary>
    public double ConnectSeconds { get; init; } = 5;

    /// <summary>How long one attempt may take, beside the time of its bytes.</summary>
    public double AttemptSeconds { get; init; } = 15;

    /// <summary>How long one call may take with all its requests and retries, beside the time of its bytes.</summary>
    public double TotalSeconds { get; init; } = 45;

    /// <summary>The time of bytes: slower than that, a transfer counts as stalled.</summary>
    public double LowestBytesPerSecond { get; init; } = 128 * 1024;

    /// <summary>Longest artifact that is sent to a registry in one request.</summary>
    public long LongestUploadBytes { get; init; } = 64 << 20;

    /// <summary>Bytes of each request that sends a part of an artifact. GitHub's registry takes 4 MiB at most.</summary>
    public int ChunkBytes { get; init; } = 4_000_000;

    /// <summary>How long a program that knows credentials may take.</summary>
    public double CredentialHelperSeconds { get; init; } = 10;

    /// <summary>Time for an attempt that moves these bytes.</summary>
    internal TimeSpan AttemptTime(long bytes) => TimeSpan.FromSeconds(AttemptSeconds + bytes / LowestBytesPerSecond);

    /// <summary>Time for a call that moves these bytes.</summary>
    internal TimeSpan TotalTime(long bytes) => TimeSpan.FromSeconds(TotalSeconds + bytes / LowestBytesPerSecond);
}
