namespace FashionPipeline.Reporting.Diff;

/// <summary>What a difference between two reports amounts to.</summary>
public enum Verdict
{
    /// <summary>Nothing differs.</summary>
    Equal,

    /// <summary>Something differs, and no metric by more than its tolerance.</summary>
    WithinTolerance,

    /// <summary>A metric is better by more than its tolerance, and none is worse.</summary>
    Better,

    /// <summary>A metric is worse by more than its tolerance.</summary>
    Worse,
}
