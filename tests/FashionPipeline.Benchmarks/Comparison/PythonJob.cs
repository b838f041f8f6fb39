using System.Globalization;
using FashionPipeline.Benchmarks.Processes;

namespace FashionPipeline.Benchmarks.Comparison;

/// <summary>The experiment in Python: <c>peers/study.py</c>.</summary>
internal static class PythonJob
{
    private static readonly Dictionary<string, string> Steps = new()
    {
        [Measure.TrainMlp] = "train_mlp",
        [Measure.TrainCnn] = "train_cnn",
        [Measure.Embedding] = "embedding",
        [Measure.Figures] = "figures",
        [Measure.WholeJob] = "total",
    };

    /// <summary>Runs it.</summary>
    /// <param name="options">The Python to use, and epochs.</param>
    /// <param name="data">Folder with the data's files.</param>
    /// <param name="folder">An empty folder for its report.</param>
    public static JobResult Run(BenchmarkOptions options, string data, string folder)
    {
        string[] epochs = options.Epochs is { } count ? ["--epochs", count.ToString(CultureInfo.InvariantCulture)] : [];
        var run = ChildProcess.Run(options.Python,
            [Repository.PathOf("tests/FashionPipeline.Benchmarks/peers/study.py"), data, folder, .. epochs]);
        var values = Steps.ToDictionary(step => step.Key, step => double.Parse(run.After(step.Value), CultureInfo.InvariantCulture));
        values[Measure.TrainBoth] = values[Measure.TrainMlp] + values[Measure.TrainCnn];
        values[Measure.WholeProcess] = run.Seconds;
        values[Measure.PeakMemory] = Math.Max(run.PeakMegabytes, double.Parse(run.After("peak_memory"), CultureInfo.InvariantCulture));
        foreach (var model in new[] { "mlp", "cnn" })
        {
            var accuracies = run.After($"accuracy {model}").Split(' ');
            values[Measure.Accuracy(model, validation: false)] = double.Parse(accuracies[0], CultureInfo.InvariantCulture);
            values[Measure.Accuracy(model, validation: true)] = double.Parse(accuracies[1], CultureInfo.InvariantCulture);
        }

        return new JobResult(
            values,
            [.. run.Lines.Where(line => line.StartsWith("version ", StringComparison.Ordinal)).Select(line => line["version ".Length..])]);
    }
}
