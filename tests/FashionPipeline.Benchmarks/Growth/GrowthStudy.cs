using System.Globalization;
using FashionPipeline.Benchmarks.Results;

namespace FashionPipeline.Benchmarks.Growth;

/// <summary>Measures how cost grows, and writes <c>growth.md</c> and <c>growth.svg</c>.</summary>
internal static class GrowthStudy
{
    public static void Run(BenchmarkOptions options, ResultsFolder results)
    {
        var mirror = Directory.Exists(options.Mirror) ? options.Mirror : null;
        var curves = new List<GrowthCurve>();
        foreach (var series in Series.All)
        {
            var points = new List<GrowthPoint>();
            foreach (var size in series.Sizes.Where(size => size <= options.Largest || size == series.Sizes[0]))
            {
                var (seconds, peak) = Measurement.Start(series, size, mirror);
                points.Add(new GrowthPoint(size, seconds, peak));
                Console.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"{series.Name}  {size:N0} {series.Axis}  {seconds:0.000} s, {peak:0} MB"));
            }

            curves.Add(new GrowthCurve(series.Name, series.Axis, points));
        }

        results.Write("growth.md", GrowthReport.Markdown(curves, mirror is null ? "synthetic garments" : "Fashion-MNIST"));
        results.Write("growth.svg", GrowthPlot.Svg(curves));
    }
}
