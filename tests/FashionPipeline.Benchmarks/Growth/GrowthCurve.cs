namespace FashionPipeline.Benchmarks.Growth;

/// <summary>What a size cost.</summary>
internal sealed record GrowthPoint(int Size, double Seconds, double PeakMegabytes);

/// <summary>A series as it was measured.</summary>
internal sealed record GrowthCurve(string Name, string Axis, IReadOnlyList<GrowthPoint> Points)
{
    /// <summary>
    /// The exponent of growth: the slope of the straight line that fits log(seconds) over log(size) best (least squares).
    /// 1 is proportional, 2 quadratic, -1 a perfect use of more cores; NaN with fewer than two sizes.
    /// </summary>
    public double Slope
    {
        get
        {
            var x = Points.Select(point => Math.Log(point.Size)).ToList();
            var y = Points.Select(point => Math.Log(point.Seconds)).ToList();
            if (x.Count < 2)
            {
                return double.NaN;
            }

            var (meanX, meanY) = (x.Average(), y.Average());
            return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
        }
    }
}
