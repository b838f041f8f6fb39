namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>An integer in a closed range.</summary>
/// <param name="Minimum">The least.</param>
/// <param name="Maximum">The greatest.</param>
public sealed record IntegerForm(decimal Minimum, decimal Maximum) : ValueForm
{
    /// <summary>From 1, as far as counts go.</summary>
    public static IntegerForm Count { get; } = new(1, int.MaxValue);

    /// <summary>Any seed.</summary>
    public static IntegerForm Seed { get; } = new(ulong.MinValue, ulong.MaxValue);
}
