using System.Globalization;

namespace FashionPipeline.Benchmarks.Epoch;

/// <summary>Writes down where epochs go.</summary>
internal static class EpochReport
{
    /// <summary>A table a model, and what the processor could do at most.</summary>
    /// <param name="costs">The models.</param>
    /// <param name="epochs">Epochs that were measured.</param>
    /// <param name="peakGigaflops">Fused multiply-adds of all cores at once, in 10^9 operations a second.</param>
    /// <param name="machine">What it was measured on, in a line.</param>
    public static string Markdown(IReadOnlyList<EpochCost> costs, int epochs, double peakGigaflops, string machine)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine("# Where an epoch goes\n");
        text.WriteLine("The models of `fashion-mnist` on portable arithmetic and all cores. An epoch is what `Trainer` takes for one, with "
            + $"validation: median (lowest … highest) of {epochs}.");
        text.WriteLine("The kernels were timed one by one in a training that calls nothing else, in the same order over the same numbers, "
            + "an epoch in turn with the trainer's; it reached the same metrics, bit for bit.");
        text.WriteLine("Everything else is the difference: tensors and autograd of libtorch, the runtime, waiting, and what the "
            + "kernels lose in the caches to these.\n");
        text.WriteLine(FormattableString.Invariant(
            $"{machine} Peak of fused multiply-adds, all cores at once: {peakGigaflops:0.0} GFLOPS.\n"));
        text.WriteLine("| model | epoch, s | GFLOP | at the peak, s | epoch / at the peak |");
        text.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var cost in costs)
        {
            var bound = cost.Flops / (peakGigaflops * 1e9);
            text.WriteLine(FormattableString.Invariant(
                $"| {cost.Model} | {cost.Whole.ToString("0.000")} | {cost.Flops / 1e9:0.0} | {bound:0.000} | ")
                + FormattableString.Invariant($"{cost.Whole.Median / bound:0.00} |"));
        }

        text.WriteLine("\nGFLOP counts direct convolutions and dense products, forward, backward and in validation, a multiply-add as two. "
            + "An algorithm that needs fewer can pass the peak.");
        foreach (var cost in costs)
        {
            WriteTable(text, cost, peakGigaflops);
        }

        return text.ToString();
    }

    private static void WriteTable(StringWriter text, EpochCost cost, double peakGigaflops)
    {
        text.WriteLine($"\n## {cost.Model}\n");
        text.WriteLine("| seconds of | forward | backward | validation | in all | of the epoch | of the peak |");
        text.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var operation in cost.Operations.GroupBy(operation => operation.Name, StringComparer.Ordinal))
        {
            WriteRow(operation.Key, [.. operation]);
        }

        WriteRow("**all kernels**", cost.Operations);
        WriteSum("everything else", cost.Whole.Median - cost.KernelSeconds);
        WriteSum("**an epoch**", cost.Whole.Median);

        void WriteRow(string name, IReadOnlyList<OperationTime> times)
        {
            string In(Pass pass) => times.Where(time => time.Pass == pass).Select(time => time.Seconds).ToList() is { Count: > 0 } seconds
                ? Seconds(seconds.Sum()) : "";
            var (sum, flops) = (times.Sum(time => time.Seconds), times.Sum(time => time.Flops));
            var ofPeak = flops > 0 ? Percent(flops / sum / (peakGigaflops * 1e9)) : "";
            text.WriteLine($"| {name} | {In(Pass.Forward)} | {In(Pass.Backward)} | {In(Pass.Validation)} | {Seconds(sum)} | "
                + $"{Percent(sum / cost.Whole.Median)} | {ofPeak} |");
        }

        void WriteSum(string name, double seconds) =>
            text.WriteLine($"| {name} |  |  |  | {Seconds(seconds)} | {Percent(seconds / cost.Whole.Median)} |  |");
    }

    private static string Seconds(double seconds) => seconds.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Percent(double share) => FormattableString.Invariant($"{100 * share:0.0} %");
}
