namespace FashionPipeline.Reporting.Figures;

/// <summary>Where an axis has its marks.</summary>
internal static class Ticks
{
    private const int AtMost = 6;

    /// <summary>1, 2 or 5 times a power of ten, at least 0.001, so that a few ticks cover the range.</summary>
    public static double Step(double range)
    {
        var (step, factor) = (0.001, 0);
        while (range / step > AtMost && double.IsFinite(range))
        {
            step *= factor % 3 == 1 ? 2.5 : 2;
            factor++;
        }

        return step;
    }
}
