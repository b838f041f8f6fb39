using System.Diagnostics;
using System.Globalization;
using FashionPipeline.Benchmarks.Processes;
using FashionPipeline.Benchmarks.Results;
using FashionPipeline.Data;
using FashionPipeline.Data.Synthetic;
using FashionPipeline.Pipeline.Experiments.Reading;

namespace FashionPipeline.Benchmarks.Growth;

/// <summary>
/// One series at one size, measured in a process of its own: it sees as many cores as it should, and no memory of another's.
/// </summary>
internal static class Measurement
{
    /// <summary>The first argument that makes this program measure and print.</summary>
    public const string Command = "measure";

    private const int MostRepeats = 5;
    private const double EnoughSeconds = 4;
    private const double WarmUpSeconds = 3;
    private const int TrainCount = 60_000;
    private const int TestCount = 10_000;

    /// <summary>Starts the process.</summary>
    /// <param name="series">What is measured.</param>
    /// <param name="size">Its size.</param>
    /// <param name="mirror">Folder with the data's files; null draws synthetic images.</param>
    /// <returns>Median seconds, and the largest resident set in 2^20 bytes.</returns>
    public static (double Seconds, double PeakMegabytes) Start(Series series, int size, string? mirror)
    {
        var cores = (series.Axis == Series.Cores ? size : Machine.Cores).ToString(CultureInfo.InvariantCulture);
        string[] command =
        [
            ChildProcess.DotNet, typeof(Measurement).Assembly.Location, Command, series.Name,
                size.ToString(CultureInfo.InvariantCulture), mirror ?? "",
        ];

        // The variable tells .NET, taskset tells the system; where there is no taskset, the variable must do.
        string[] pinned = series.Axis == Series.Cores && File.Exists("/usr/bin/taskset")
            ? ["/usr/bin/taskset", "--cpu-list", $"0-{size - 1}", .. command] : command;
        var environment = new Dictionary<string, string?> { ["DOTNET_PROCESSOR_COUNT"] = cores, ["OMP_NUM_THREADS"] = cores };
        var run = ChildProcess.Run(pinned[0], pinned[1..], environment);
        return (double.Parse(run.After("seconds"), CultureInfo.InvariantCulture), run.PeakMegabytes);
    }

    /// <summary>Measures, in the process that <see cref="Start"/> has started, and prints the median.</summary>
    public static void Run(string[] arguments)
    {
        var series = Series.All.Single(series => series.Name == arguments[0]);
        var experiment = ExperimentLoader.Load("fashion-mnist", [], Repository.PathOf("experiments"));
        var input = new WorkloadInput(int.Parse(arguments[1], CultureInfo.InvariantCulture),
            Read(experiment.DataSet, arguments[2]), experiment);

        // At the smallest size first, until libraries are loaded and the compiler has replaced its quick first code.
        var warmUp = Stopwatch.GetTimestamp();
        do
        {
            series.Workload(input with { Size = series.Sizes[0] });
        }
        while (Stopwatch.GetElapsedTime(warmUp).TotalSeconds < WarmUpSeconds);

        var seconds = new List<double>();
        do
        {
            var start = Stopwatch.GetTimestamp();
            series.Workload(input);
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        while (seconds.Count < MostRepeats && seconds.Sum() < EnoughSeconds);

        Console.WriteLine(FormattableString.Invariant($"seconds {MedianAndRange.Of(seconds).Median:0.000000}"));
    }

    private static DataSplits Read(DataSet dataSet, string mirror) => mirror.Length == 0
        ? SyntheticGarments.Generate(new SyntheticOptions { TrainCount = TrainCount, TestCount = TestCount })
        : RealData.Read(dataSet, mirror);
}
