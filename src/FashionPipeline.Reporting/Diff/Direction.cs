namespace FashionPipeline.Reporting.Diff;

/// <summary>Where a metric is better.</summary>
public enum Direction
{
    /// <summary>More is better, as of an accuracy.</summary>
    Higher,

    /// <summary>Less is better, as of a loss.</summary>
    Lower,
}
