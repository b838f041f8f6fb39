using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using FashionPipeline.Benchmarks.Processes;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Provenance;

namespace FashionPipeline.Benchmarks.Comparison;

/// <summary>The experiment by this project: the build program as a user starts it, with an empty store.</summary>
internal static class OurJob
{
    private const string Experiment = "fashion-mnist";

    private static string Program => Repository.PathOf("build/bin/Release/net10.0/Build.dll");

    /// <summary>Throws where it cannot run.</summary>
    /// <exception cref="InputException">The build program is not compiled.</exception>
    public static void Require()
    {
        if (!File.Exists(Program))
        {
            throw new InputException($"{Program} is missing: the build program is not compiled. Type: ./build.sh --target Benchmark");
        }
    }

    /// <summary>Runs it.</summary>
    /// <param name="options">Epochs and jobs.</param>
    /// <param name="settings">What is set besides the epochs: <c>numerics=libtorch</c>.</param>
    /// <param name="data">Folder with the data's files.</param>
    /// <param name="folder">An empty folder for store and report.</param>
    public static JobResult Run(BenchmarkOptions options, IReadOnlyList<string> settings, string data, string folder)
    {
        var reports = Path.Combine(folder, "reports");
        string[] epochs = options.Epochs is { } count ? [string.Create(CultureInfo.InvariantCulture, $"training.epochs={count}")] : [];
        string[] all = [.. epochs, .. settings];
        var report = Path.Combine(reports, Variant.NameOf(Experiment, all, null));
        var run = ChildProcess.Run(
            ChildProcess.DotNet,
            [Program, "--target", "Report", "--experiment", Experiment, "--mirror", data, "--jobs",
                options.Jobs.ToString(CultureInfo.InvariantCulture), .. all.SelectMany(setting => new[] { "--set", setting })],
            new Dictionary<string, string?>
            { ["FASHION_PIPELINE_CACHE"] = Path.Combine(folder, "cache"), ["FASHION_PIPELINE_REPORTS"] = reports });

        var stages = CanonicalJson.Read<List<StageTime>>(File.ReadAllBytes(Path.Combine(report, RunLog.FileName)));
        var values = new Dictionary<string, double>
        {
            [Measure.TrainBoth] = Seconds(stages, "train/"),
            [Measure.TrainMlp] = Seconds(stages, "train/mlp/"),
            [Measure.TrainCnn] = Seconds(stages, "train/cnn/"),
            [Measure.Embedding] = Seconds(stages, "embed"),
            [Measure.Figures] = Seconds(stages, "report"),
            [Measure.WholeJob] = Seconds(stages, ""),
            [Measure.WholeProcess] = run.Seconds,
            [Measure.PeakMemory] = run.PeakMegabytes,
        };
        using var metrics = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(report, "metrics.json")));
        foreach (var model in metrics.RootElement.GetProperty("models").EnumerateArray())
        {
            var name = model.GetProperty("name").GetString()!;
            var last = model.GetProperty("runs")[0].GetProperty("history").EnumerateArray().Last();
            values[Measure.Accuracy(name, validation: false)] = last.GetProperty("accuracy").GetDouble();
            values[Measure.Accuracy(name, validation: true)] = last.GetProperty("validationAccuracy").GetDouble();
        }

        return new JobResult(values,
            [RuntimeInformation.FrameworkDescription, .. PackageVersions.All.Select(package => $"{package.Key} {package.Value}")]);
    }

    // From the first beginning to the last end: trainings may overlap.
    private static double Seconds(IEnumerable<StageTime> stages, string prefix)
    {
        var chosen = stages.Where(stage => stage.Id.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        return chosen.Max(stage => stage.StartSeconds + stage.Seconds) - chosen.Min(stage => stage.StartSeconds);
    }
}
