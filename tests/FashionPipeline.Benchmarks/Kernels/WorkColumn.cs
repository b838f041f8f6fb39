using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace FashionPipeline.Benchmarks.Kernels;

/// <summary>A column that is computed from the median time and the benchmark's <see cref="WorkAttribute"/>.</summary>
/// <param name="name">Its heading.</param>
/// <param name="legend">What it means.</param>
/// <param name="amount">The part of the work that it shows; 0 leaves the cell empty.</param>
/// <param name="format">Writes the amount per nanosecond, for a number of cores.</param>
internal sealed class WorkColumn(string name, string legend, Func<WorkAttribute, double, double> amount,
    Func<double, int, string> format) : IColumn
{
    /// <summary>Name of the parameter that tells how many cores a benchmark uses; one where it has none.</summary>
    public const string Cores = "Cores";

    public string Id => nameof(WorkColumn) + "." + name;

    public string ColumnName => name;

    public string Legend => legend;

    public bool AlwaysShow => false;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    /// <summary>All columns.</summary>
    /// <param name="peakGigaflops">What one core can do at most.</param>
    public static IReadOnlyList<IColumn> All(double peakGigaflops) =>
    [
        new WorkColumn("GFLOPS", "10^9 floating-point operations a second", (work, product) =>
            work.Flops + (work.Products * product), (rate, _) => Number(rate)),
        new WorkColumn(
            "Of FMA peak",
            string.Create(CultureInfo.InvariantCulture,
                $"GFLOPS a core, of the {peakGigaflops:0.0} that one core reached in a loop of fused multiply-adds over registers"),
            (work, product) => work.Flops + (work.Products * product),
            (rate, cores) => string.Create(CultureInfo.InvariantCulture, $"{100 * rate / cores / peakGigaflops:0} %")),
        new WorkColumn("GB/s", "10^9 bytes read and written a second", (work, _) => work.Bytes, (rate, _) => Number(rate)),
        new WorkColumn("G items/s", "10^9 things done a second: numbers drawn, pairs compared", (work, _) =>
            work.Items, (rate, _) => rate.ToString("0.000", CultureInfo.InvariantCulture)),
    ];

    public bool IsAvailable(Summary summary) => summary.BenchmarksCases.Any(benchmark => AmountOf(benchmark) > 0);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        var total = AmountOf(benchmarkCase);
        var cores = benchmarkCase.Parameters.Items.FirstOrDefault(item => item.Name == Cores)?.Value as int? ?? 1;
        return summary[benchmarkCase]?.ResultStatistics is { } time && total > 0 ? format(total / time.Median, cores) : "";
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private double AmountOf(BenchmarkCase benchmark)
    {
        var unit = benchmark.Parameters.Items.Select(item => item.Value).OfType<IMeasuredLayer>().FirstOrDefault()?.ProductFlops ?? 1;
        return benchmark.Descriptor.WorkloadMethod.GetCustomAttribute<WorkAttribute>() is { } work ? amount(work, unit) : 0;
    }
}
