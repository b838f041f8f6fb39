using System.Globalization;

namespace FashionPipeline.Benchmarks.Comparison;

/// <summary>Writes the comparison down.</summary>
internal static class ComparisonReport
{
    /// <summary>The table with medians and ratios, and what it was measured on.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="sides">The sides, of as many runs each; the first one is compared with the others.</param>
    /// <param name="machine">What they ran on, in a line.</param>
    public static string Markdown(BenchmarkOptions options, IReadOnlyList<SideResults> sides, string machine)
    {
        var (first, others) = (sides[0], sides.Skip(1).ToList());
        var (rounds, titles) = (first.Runs.Count, sides.Select(side => side.Side.Title).ToList());
        var epochs = options.Epochs is { } count
            ? string.Create(CultureInfo.InvariantCulture, $", {count} epoch{(count == 1 ? "" : "s")} instead of 5") : "";
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine($"# The whole experiment: {string.Join(", ", titles)}\n");
        text.WriteLine($"The experiment `fashion-mnist`{epochs}, as whole processes in turn, {rounds} "
            + $"round{(rounds == 1 ? "" : "s")}, nothing cached: median (lowest … highest).");
        text.WriteLine("Ratios are of medians: below 1, the first side costs less.\n");
        WriteRow(text, ["what", .. titles, .. others.Select(other => $"{titles[0]}/{other.Side.Title}")]);
        text.WriteLine($"|---|{string.Concat(Enumerable.Repeat("---:|", sides.Count + others.Count))}");
        foreach (var measure in Measure.All)
        {
            WriteRow(text,
            [
                measure.Unit.Length > 0 ? $"{measure.Name}, {measure.Unit}" : measure.Name,
                .. sides.Select(side => side.Summarise(measure).ToString(measure.Format)),
                .. others.Select(other => measure.IsCost ? Ratio(first, other, measure) : ""),
            ]);
        }

        text.WriteLine();
        text.WriteLine($"- Machine: {machine}");
        foreach (var (side, runs) in sides)
        {
            text.WriteLine($"- {side.Title}: {string.Join(", ", runs[0].Versions)}; {side.Remark(options)}.");
        }

        text.WriteLine("- \"load to PDF\" leaves out starting the runtime and loading packages; \"start to exit\" holds all. This program, "
            + "on whichever arithmetic,");
        text.WriteLine("  also checks the files' SHA-256, writes and reads Parquet, keeps a checkpoint an epoch, and renders report and "
            + "figures in several formats.");
        text.WriteLine("- Peak memory is the kernel's high-water mark of the resident set, mapped libraries included.");
        return text.ToString();
    }

    /// <summary>Every run.</summary>
    public static string Csv(IReadOnlyList<SideResults> sides)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine("side,round,measure,unit,value");
        foreach (var (side, runs) in sides)
        {
            for (var round = 0; round < runs.Count; round++)
            {
                foreach (var measure in Measure.All)
                {
                    text.WriteLine(FormattableString.Invariant(
                        $"{side.Name},{round + 1},\"{measure.Name}\",{measure.Unit},{runs[round].Values[measure.Name]:0.0000}"));
                }
            }
        }

        return text.ToString();
    }

    private static void WriteRow(StringWriter text, IEnumerable<string> cells) => text.WriteLine($"| {string.Join(" | ", cells)} |");

    private static string Ratio(SideResults first, SideResults other, Measure measure) =>
        (first.Summarise(measure).Median / other.Summarise(measure).Median).ToString("0.00", CultureInfo.InvariantCulture);
}
