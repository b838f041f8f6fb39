namespace FashionPipeline.Evaluation.Statistics;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    /// <summary>Between minus and plus this lies 95% of it.</summary>
    public const double Z95 = 1.959963984540054;
}
