namespace FashionPipeline.Pipeline.Diffs;

/// <summary>Which two reports are compared.</summary>
public sealed record DiffOptions
{
    /// <summary>
    /// Where the one is: a revision, or a folder of reports; null for HEAD, or, where two experiments are compared, for the reports that
    /// are there.
    /// </summary>
    public string? From { get; init; }

    /// <summary>Where the other is, as before; null for the reports that are there.</summary>
    public string? To { get; init; }

    /// <summary>Name of the one's experiment.</summary>
    public required string FromExperiment { get; init; }

    /// <summary>Name of the other's.</summary>
    public required string ToExperiment { get; init; }
}
