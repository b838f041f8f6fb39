using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using FashionPipeline.Benchmarks.Results;
using Perfolizer.Horology;

namespace FashionPipeline.Benchmarks.Kernels;

/// <summary>Runs the benchmarks of this folder and writes <c>kernels.md</c>.</summary>
internal static class KernelStudy
{
    private const int Warmups = 3;
    private const int Iterations = 15;
    private const double IterationMilliseconds = 150;

    /// <summary>Runs them.</summary>
    /// <param name="arguments">BenchmarkDotNet's own arguments, such as <c>--filter</c>; none runs all.</param>
    /// <param name="results">Where the table goes; null writes none.</param>
    public static void Run(IReadOnlyList<string> arguments, ResultsFolder? results)
    {
        var peak = FmaPeak.MeasureGigaflops();
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(KernelStudy).Assembly)
            .Run(arguments.Count == 0 ? ["--filter", "*"] : [.. arguments], Config(peak))
            .ToList();
        results?.Write("kernels.md", Markdown(summaries, peak));
    }

    // In this process: a process for each benchmark would compile the project and link libtorch again for each.
    private static IConfig Config(double peak) => ManualConfig.Create(DefaultConfig.Instance)
        .AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(Warmups)
            .WithIterationCount(Iterations)
            .WithIterationTime(TimeInterval.FromMilliseconds(IterationMilliseconds)))
        .AddColumn(StatisticColumn.Median)
        .AddColumn([.. WorkColumn.All(peak)])
        .HideColumns("Job", "Toolchain", "IterationCount", "IterationTime", "WarmupCount", "Error", "StdDev", "Mean")
        .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(40))
        .WithOptions(ConfigOptions.DisableLogFile);

    private static string Markdown(IEnumerable<Summary> summaries, double peak)
    {
        var cores = Environment.ProcessorCount;
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine("# Kernels\n");
        text.WriteLine(Machine.Describe());
        text.WriteLine($"Peak of fused multiply-adds over registers, vectors of {FmaPeak.VectorBits} bits: {peak:0.0} GFLOPS on one core, "
            + FormattableString.Invariant($"{FmaPeak.MeasureGigaflops(cores):0.0} on {cores} at once. ")
            + "\"Of FMA peak\" is GFLOPS a core, of one core's peak.");
        foreach (var summary in summaries)
        {
            var table = new AccumulationLogger();
            MarkdownExporter.GitHub.ExportToLog(summary, table);

            // Above the table the exporter describes the machine once more.
            var rows = table.GetLog().ReplaceLineEndings("\n").Split('\n').Where(line => line.StartsWith('|'));
            var kernel = summary.BenchmarksCases.FirstOrDefault()?.Descriptor.Type.Name.Replace("Benchmarks", "", StringComparison.Ordinal);
            text.WriteLine($"\n## {kernel}\n");
            text.WriteLine(string.Join('\n', rows));
        }

        return text.ToString();
    }
}
