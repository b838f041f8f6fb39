using System.Globalization;

namespace FashionPipeline.Benchmarks.Results;

/// <summary>Several measurements of one thing.</summary>
internal sealed record MedianAndRange(double Median, double Lowest, double Highest)
{
    /// <summary>Of at least one value.</summary>
    public static MedianAndRange Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        var median = sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new MedianAndRange(median, sorted[0], sorted[^1]);
    }

    /// <summary>Median, and lowest to highest: <c>12.3 (11.9 … 12.8)</c>.</summary>
    public string ToString(string format)
    {
        string Text(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        return $"{Text(Median)} ({Text(Lowest)} … {Text(Highest)})";
    }
}
