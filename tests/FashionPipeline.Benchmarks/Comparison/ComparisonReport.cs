using System.Globalization;
using FashionPipeline.Benchmarks.Results;

namespace FashionPipeline.Benchmarks.Comparison;

/// <summary>Writes the comparison down.</summary>
internal static class ComparisonReport
{
    /// <summary>The table with medians and ratios, and what it was measured on.</summary>
    public static string Markdown(BenchmarkOptions options, IReadOnlyList<JobResult> ours, IReadOnlyList<JobResult> python)
    {
        var epochs = options.Epochs is { } count
            ? string.Create(CultureInfo.InvariantCulture, $", {count} epoch{(count == 1 ? "" : "s")} instead of 5") : "";
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine("# This project beside Python\n");
        text.WriteLine($"The experiment `fashion-mnist`{epochs}, as whole processes in turn, {ours.Count} "
            + $"round{(ours.Count == 1 ? "" : "s")}, nothing cached: median (lowest … highest).");
        text.WriteLine("The ratio is the median of ours divided by the median of Python's.\n");
        text.WriteLine("| what | ours | Python | ratio |");
        text.WriteLine("|---|---:|---:|---:|");
        foreach (var measure in Measure.All)
        {
            var (mine, theirs) = (Summarise(ours, measure), Summarise(python, measure));
            var unit = measure.Unit.Length > 0 ? ", " + measure.Unit : "";
            var ratio = measure.IsCost ? (mine.Median / theirs.Median).ToString("0.00", CultureInfo.InvariantCulture) : "";
            text.WriteLine($"| {measure.Name}{unit} | {mine.ToString(measure.Format)} | {theirs.ToString(measure.Format)} | {ratio} |");
        }

        text.WriteLine();
        text.WriteLine($"- Machine: {Machine.Describe()}");
        text.WriteLine($"- Ours: {string.Join(", ", ours[0].Versions)}; `./build.sh --target Report --jobs {options.Jobs}` without the "
            + "script's own check for changes.");
        text.WriteLine($"- Python: {string.Join(", ", python[0].Versions)}; `peers/study.py` with its default threads, the fastest that "
            + "were found on two cores.");
        text.WriteLine("- \"load to PDF\" leaves out starting the runtime and loading packages; \"start to exit\" holds all. Ours also "
            + "checks the files' SHA-256,");
        text.WriteLine("  writes and reads Parquet, keeps a checkpoint an epoch, and renders report and figures in several formats.");
        text.WriteLine("- Peak memory is the kernel's high-water mark of the resident set, mapped libraries included.");
        return text.ToString();
    }

    /// <summary>Every run.</summary>
    public static string Csv(IReadOnlyList<JobResult> ours, IReadOnlyList<JobResult> python)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine("side,round,measure,unit,value");
        foreach (var (side, results) in new[] { ("ours", ours), ("python", python) })
        {
            for (var round = 0; round < results.Count; round++)
            {
                foreach (var measure in Measure.All)
                {
                    text.WriteLine(FormattableString.Invariant(
                        $"{side},{round + 1},\"{measure.Name}\",{measure.Unit},{results[round].Values[measure.Name]:0.0000}"));
                }
            }
        }

        return text.ToString();
    }

    private static MedianAndRange Summarise(IEnumerable<JobResult> results, Measure measure) =>
        MedianAndRange.Of(results.Select(result => result.Values[measure.Name]));
}
