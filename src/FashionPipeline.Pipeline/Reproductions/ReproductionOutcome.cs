namespace FashionPipeline.Pipeline.Reproductions;

/// <summary>What came out of a reproduction.</summary>
public enum ReproductionOutcome
{
    /// <summary>All bytes are equal.</summary>
    Equal,

    /// <summary>Some differ, which they must not.</summary>
    Different,

    /// <summary>Some differ, as they may in another numeric environment; metrics are near enough.</summary>
    WithinTolerance,

    /// <summary>Some differ in another numeric environment, and metrics are too far off.</summary>
    OutsideTolerance,
}
