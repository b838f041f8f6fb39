namespace FashionPipeline.Download;

/// <summary>Where files are kept and how patient a download is.</summary>
public sealed record DownloadOptions
{
    /// <summary>Folder where the files are kept.</summary>
    public required string Folder { get; init; }

    /// <summary>Folder or URL that is asked before the files' own sources; null for none.</summary>
    public string? Mirror { get; init; }

    /// <summary>
    /// How often a request is tried again after a fault that may pass: 408, 429, 5xx, a broken connection, a stall. Where bytes came
    /// meanwhile, the count begins anew.
    /// </summary>
    public int Retries { get; init; } = 3;

    /// <summary>Pause before the first retry; each further one is twice as long.</summary>
    public double RetryDelaySeconds { get; init; } = 1;

    /// <summary>How long a server may take to answer, and how long a body may stall.</summary>
    public double TimeoutSeconds { get; init; } = 20;

    /// <summary>A body that is slower than that over <see cref="RateSeconds"/> counts as stalled.</summary>
    public double LowestBytesPerSecond { get; init; } = 1024;

    /// <summary>How long a body may be slower than <see cref="LowestBytesPerSecond"/>.</summary>
    public double RateSeconds { get; init; } = 60;
}
