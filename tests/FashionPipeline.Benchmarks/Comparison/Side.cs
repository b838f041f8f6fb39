using System.Globalization;

namespace FashionPipeline.Benchmarks.Comparison;

/// <summary>One way of doing the experiment.</summary>
/// <param name="Name">Its name in options and in the CSV file: <c>libtorch</c>.</param>
/// <param name="Title">Its name in the table.</param>
/// <param name="Check">Throws where it cannot run; the message says what to install.</param>
/// <param name="Job">Runs it: what was asked for, the folder with the data's files, and an empty folder for what it writes.</param>
/// <param name="Remark">How it is run, and what else a reader has to know of it.</param>
internal sealed record Side(
    string Name,
    string Title,
    Action<BenchmarkOptions> Check,
    Func<BenchmarkOptions, string, string, JobResult> Job,
    Func<BenchmarkOptions, string> Remark)
{
    private static readonly string[] LibtorchSettings =
        ["numerics=libtorch", string.Create(CultureInfo.InvariantCulture, $"training.threads={Machine.Cores}")];

    /// <summary>All sides; the table compares the first one with the others.</summary>
    public static IReadOnlyList<Side> All { get; } =
    [
        OfThisProgram("ours", [], ""),
        OfThisProgram("libtorch", LibtorchSettings,
            "; layers, loss and gradients are libtorch's stock operations; all else is this program's, Adam and dropout's masks included"),
        new("python", "Python", PythonJob.Require, PythonJob.Run, _ =>
            "`peers/study.py` with its default threads, the fastest that were found on two cores"),
    ];

    /// <summary>Sides by their names: <c>ours,python</c>.</summary>
    /// <exception cref="FormatException">A name is unknown, or there twice; the message says what is expected.</exception>
    public static IReadOnlyList<Side> ParseList(string text)
    {
        var sides = text.Split(',').Select(name => All.FirstOrDefault(side => side.Name == name)).ToList();
        return sides.Contains(null) || sides.Distinct().Count() < sides.Count
            ? throw new FormatException($"some of {string.Join(',', All.Select(side => side.Name))}, each once, with commas between them")
            : [.. sides.OfType<Side>()];
    }

    // All that differs between this program's sides is the experiment's settings.
    private static Side OfThisProgram(string name, IReadOnlyList<string> settings, string remark) => new(
        name,
        name,
        _ => OurJob.Require(),
        (options, data, folder) => OurJob.Run(options, settings, data, folder),
        options => FormattableString.Invariant($"`./build.sh --target Report --jobs {options.Jobs}")
            + $"{string.Concat(settings.Select(setting => " --set " + setting))}` without the script's own check for changes{remark}");
}
