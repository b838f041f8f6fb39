using ScottPlot;

namespace FashionPipeline.Reporting.Figures;

/// <summary>The axes of an embedding, whose values have no unit and may be of any size.</summary>
internal static class EmbeddingAxes
{
    /// <summary>Name of a coordinate, counted from 0.</summary>
    public static string Name(int axis) => $"Coordinate {axis + 1}";

    /// <summary>Marks a few round numbers.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="low">Where it begins.</param>
    /// <param name="high">Where it ends.</param>
    /// <param name="most">How many marks have room, at least 3.</param>
    public static void SetTicks(IAxis axis, double low, double high, int most = 8)
    {
        var (step, decimals) = (1.0, 0);
        while ((high - low) / step < 3 && decimals < 12)
        {
            step /= 10;
            decimals++;
        }

        if ((high - low) / step > most)
        {
            step *= (high - low) / step > 2 * most ? 5 : 2;
        }

        PlotStyle.SetTicks(axis, low, high, step, decimals);
    }

    /// <summary>Where an axis begins and ends, so that all values lie within.</summary>
    public static (double Low, double High) Limits(IEnumerable<double> values)
    {
        var all = values.ToList();
        var low = all.Count == 0 ? 0 : all.Min();
        var high = all.Count == 0 ? 0 : all.Max();
        var margin = high > low ? (high - low) * 0.04 : 1;
        return (low - margin, high + margin);
    }
}
