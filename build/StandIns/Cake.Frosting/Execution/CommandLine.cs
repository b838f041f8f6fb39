using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Execution;

/// <summary>What was typed. Options of the host are read here; every other option becomes an argument of the build.</summary>
internal sealed class CommandLine
{
    private static readonly Dictionary<string, string> Options = new(StringComparer.Ordinal)
    {
        ["--target"] = "target", ["-t"] = "target", ["--Target"] = "target",
        ["--working"] = "working", ["-w"] = "working",
        ["--verbosity"] = "verbosity", ["-v"] = "verbosity",
    };

    private static readonly Dictionary<string, string> Flags = new(StringComparer.Ordinal)
    {
        ["--description"] = "description", ["--descriptions"] = "description",
        ["--showdescription"] = "description", ["--showdescriptions"] = "description",
        ["--tree"] = "tree", ["--showtree"] = "tree",
        ["--dryrun"] = "dryrun", ["--noop"] = "dryrun", ["--whatif"] = "dryrun",
        ["--exclusive"] = "exclusive", ["-e"] = "exclusive",
        ["--version"] = "version", ["--ver"] = "version",
        ["--info"] = "info",
    };

    private readonly List<string> targets = [];
    private readonly List<(string Name, string? Value)> arguments = [];
    private readonly HashSet<string> flags = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Targets => targets.Count == 0 ? ["Default"] : targets;

    public string? Working { get; private set; }

    public Verbosity Verbosity { get; private set; } = Verbosity.Normal;

    public ILookup<string, string?> Arguments => arguments
        .Where(argument => !argument.Name.Equals("target", StringComparison.OrdinalIgnoreCase))
        .Concat(Targets.Select(target => (Name: "target", Value: (string?)target)))
        .ToLookup(argument => argument.Name, argument => argument.Value);

    /// <exception cref="CakeException">A word stands alone, or a value is missing or cannot be read.</exception>
    public static CommandLine Parse(IEnumerable<string> args)
    {
        var result = new CommandLine();
        var words = new Queue<string>(args);
        while (words.TryDequeue(out var word))
        {
            if (!IsOption(word))
            {
                throw new CakeException($"Could not match '{word}' with an argument. A task is named with --target: --target {word}");
            }

            var parts = word.Split(['=', ':'], 2);
            result.Add(parts[0], parts.ElementAtOrDefault(1), words);
        }

        return result;
    }

    /// <summary>Whether a flag was typed, under any of its names.</summary>
    public bool Has(string flag) => flags.Contains(flag);

    private void Add(string option, string? value, Queue<string> rest)
    {
        if (Flags.TryGetValue(option, out var flag))
        {
            flags.Add(value is null ? flag : throw new CakeException($"Option '{option}' takes no value; found '{value}'."));
            return;
        }

        value ??= rest.TryPeek(out var next) && !IsOption(next) ? rest.Dequeue() : null;
        switch (Options.GetValueOrDefault(option))
        {
            case null when option.StartsWith("--", StringComparison.Ordinal) && option.Length < 4:
                throw new CakeException($"Encountered an option with too short a name: '{option}'.");
            case null:
                arguments.Add((option.TrimStart('-'), value));
                break;
            case { } when value is null:
                throw new CakeException($"Option '{option}' is defined but no value has been provided.");
            case "target":
                targets.Add(value);
                break;
            case "working":
                Working = value;
                break;
            default:
                var known = Enum.GetValues<Verbosity>().Where(verbosity => IsName(verbosity.ToString(), value)).ToList();
                Verbosity = known.Count == 1 ? known[0] : throw new CakeException($"The value '{value}' is not a valid verbosity.");
                break;
        }
    }

    // A negative number is a value.
    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-' && !char.IsAsciiDigit(word[1]);

    private static bool IsName(string name, string typed) =>
        name.Equals(typed, StringComparison.OrdinalIgnoreCase) || name[..1].Equals(typed, StringComparison.OrdinalIgnoreCase);
}
