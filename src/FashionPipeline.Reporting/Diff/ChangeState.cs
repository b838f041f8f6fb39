namespace FashionPipeline.Reporting.Diff;

/// <summary>What became of a part of a report.</summary>
public enum ChangeState
{
    /// <summary>Both reports have it, and it differs.</summary>
    Changed,

    /// <summary>The earlier report has it not.</summary>
    New,

    /// <summary>The later report has it no more.</summary>
    Gone,
}
