using System.Globalization;
using FashionPipeline.Benchmarks.Processes;
using FashionPipeline.Foundation.Diagnostics;

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

    private const string ListMissing =
        "from importlib.util import find_spec; "
            + "print('missing', *[name for name in ('torch', 'sklearn', 'matplotlib', 'threadpoolctl') if not find_spec(name)], '')";

    /// <summary>Throws where it cannot run.</summary>
    /// <exception cref="InputException">There is no Python, or it lacks packages.</exception>
    public static void Require(BenchmarkOptions options)
    {
        if (FaultOf(options.Python) is { } fault)
        {
            var others = options.Sides.Select(side => side.Name).Where(name => name != "python").DefaultIfEmpty("ours");
            throw new InputException(
                $"The side python of the comparison cannot run: {fault}\n"
                + "On Debian type: apt install python3-torch python3-sklearn python3-matplotlib libopenblas0-pthread\n"
                + "Where another Python has them, start this program itself with --python COMMAND. To leave Python out, type: "
                + $"--sides {string.Join(',', others)}");
        }
    }

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

    // What study.py imports can be lacking one by one.
    private static string? FaultOf(string python)
    {
        try
        {
            var missing = ChildProcess.Run(python, ["-c", ListMissing]).After("missing").Trim();
            return missing.Length == 0 ? null : $"{python} lacks {missing.Replace(" ", ", ", StringComparison.Ordinal)}.";
        }
        catch (InputException fault)
        {
            return fault.Message;
        }
    }
}
