using System.Globalization;

namespace FashionPipeline.Benchmarks.Growth;

/// <summary>Writes the growth down.</summary>
internal static class GrowthReport
{
    public static string Markdown(IReadOnlyList<GrowthCurve> curves, string data)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine("# How cost grows\n");
        text.WriteLine("The slope is that of a straight line through log(seconds) over log(size) (least squares): 1 is proportional, 2 "
            + "quadratic, and over cores");
        text.WriteLine("-1 would be a perfect use. Each size runs in a process of its own, after some seconds at the smallest size; "
            + "seconds are medians of up to five runs.\n");
        text.WriteLine($"Data: {data}. {Machine.Describe()}\n");
        text.WriteLine("![Seconds over size, both logarithmic](growth.svg)");
        foreach (var axis in curves.GroupBy(curve => curve.Axis))
        {
            text.WriteLine($"\n## Over {axis.Key}\n");
            var sizes = axis.SelectMany(curve => curve.Points).Select(point => point.Size).Distinct().Order().ToList();
            text.WriteLine("| seconds (peak MB) | "
                + $"{string.Join(" | ", sizes.Select(size => size.ToString("N0", CultureInfo.InvariantCulture)))} | slope |");
            text.WriteLine($"|---|{string.Concat(sizes.Select(_ => "---:|"))}---:|");
            foreach (var curve in axis)
            {
                var cells = sizes.Select(size => curve.Points.FirstOrDefault(point => point.Size == size) is { } point
                    ? FormattableString.Invariant($"{point.Seconds:0.000} ({point.PeakMegabytes:0})")
                    : "");
                text.WriteLine(
                    $"| {curve.Name} | {string.Join(" | ", cells)} | {curve.Slope.ToString("0.00", CultureInfo.InvariantCulture)} |");
            }
        }

        return text.ToString();
    }
}
