using System.Globalization;
using FashionPipeline.Benchmarks.Comparison;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Benchmarks;

/// <summary>What is measured.</summary>
internal enum Part
{
    /// <summary>Each kernel for itself.</summary>
    Kernels,

    /// <summary>The whole experiment on our arithmetic, on libtorch's and in Python.</summary>
    Comparison,

    /// <summary>How cost grows.</summary>
    Growth,

    /// <summary>Both kinds of arithmetic with several seeds.</summary>
    Accuracy,

    /// <summary>Where the time of an epoch goes.</summary>
    Epoch,
}

/// <summary>What was asked for on the command line.</summary>
internal sealed record BenchmarkOptions
{
    public const string Usage =
        "Usage: [--part kernels|comparison|growth|accuracy|epoch]... [--sides ours,libtorch,python] [--rounds N] [--epochs N] [--jobs N] "
            + "[--mirror FOLDER] [--python COMMAND] [--largest N] [--output FOLDER] [BenchmarkDotNet's arguments]";

    /// <summary>What to measure; without an answer the comparison and the growth.</summary>
    public IReadOnlyList<Part> Parts { get; init; } = [Part.Comparison, Part.Growth];

    /// <summary>What the comparison runs; the table compares the first one with the others.</summary>
    public IReadOnlyList<Side> Sides { get; init; } = Side.All;

    /// <summary>How often the comparison runs each side.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>
    /// Epochs of the comparison, null for the experiment's own; and how many are measured to take them apart, null for the usual number.
    /// </summary>
    public int? Epochs { get; init; }

    /// <summary>Runs that this program's sides train at the same time.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Folder with the four files of Fashion-MNIST; null where none was named.</summary>
    public string? Mirror { get; init; }

    /// <summary>The Python that has PyTorch, scikit-learn and matplotlib.</summary>
    public string Python { get; init; } = "python3";

    /// <summary>Growth leaves out what is larger than this many images, points or runs.</summary>
    public int Largest { get; init; } = int.MaxValue;

    /// <summary>Where tables and plots go; null for the processor's folder in <c>results/</c> of this project.</summary>
    public string? Output { get; init; }

    /// <summary>Arguments for BenchmarkDotNet.</summary>
    public IReadOnlyList<string> Rest { get; init; } = [];

    /// <summary>Reads the command line.</summary>
    /// <exception cref="InputException">A value is missing or not what it should be.</exception>
    public static BenchmarkOptions Parse(string[] arguments)
    {
        var options = new BenchmarkOptions
        {
            Mirror = Environment.GetEnvironmentVariable("FASHION_MNIST_MIRROR") is { Length: > 0 } mirror ? Path.GetFullPath(mirror) : null,
            // Debian's packages belong to Debian's Python, which need not be the first one of the path.
            Python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3",
        };
        var parts = new List<Part>();
        var rest = new List<string>();
        for (var i = 0; i < arguments.Length; i++)
        {
            var name = arguments[i];
            string Value() => ++i < arguments.Length ? arguments[i] : throw Fault(name, "nothing", "a value");
            int Number() =>
                Value() is var text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                ? number
                : throw Fault(name, $"'{text}'", "a whole number of 1 or more");
            switch (name)
            {
                case "--part": parts.Add(ParsePart(Value())); break;
                case "--sides": options = options with { Sides = ParseSides(Value()) }; break;
                case "--rounds": options = options with { Rounds = Number() }; break;
                case "--epochs": options = options with { Epochs = Number() }; break;
                case "--jobs": options = options with { Jobs = Number() }; break;
                case "--largest": options = options with { Largest = Number() }; break;
                case "--mirror": options = options with { Mirror = Path.GetFullPath(Value()) }; break;
                case "--python": options = options with { Python = Value() }; break;
                case "--output": options = options with { Output = Path.GetFullPath(Value()) }; break;
                default: rest.Add(name); break;
            }
        }

        options = options with { Parts = parts.Count == 0 ? options.Parts : parts, Rest = rest };
        return rest.Count == 0 || options.Parts.Contains(Part.Kernels)
            ? options
            : throw new InputException($"Unknown argument '{rest[0]}'; BenchmarkDotNet's arguments need --part kernels.\n{Usage}");
    }

    private static Part ParsePart(string text) =>
        Enum.TryParse<Part>(text, ignoreCase: true, out var part) && Enum.IsDefined(part)
            ? part
            : throw Fault("--part", $"'{text}'", "kernels, comparison, growth, accuracy or epoch");

    private static IReadOnlyList<Side> ParseSides(string text)
    {
        try
        {
            return Side.ParseList(text);
        }
        catch (FormatException fault)
        {
            throw Fault("--sides", $"'{text}'", fault.Message);
        }
    }

    private static InputException Fault(string name, string found, string expected) =>
        new($"{name}: found {found}, expected {expected}.\n{Usage}");
}
