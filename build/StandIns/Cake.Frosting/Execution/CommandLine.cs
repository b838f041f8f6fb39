using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Execution;

/// <summary>What was typed. Options of the host are read here; every other option becomes an argument of the build.</summary>
internal sealed class CommandLine
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["--target"] = "target", ["-t"] = "target", ["--Target"] = "target",
        ["--working"] = "working", ["-w"] = "working",
        ["--verbosity"] = "verbosity", ["-v"] = "verbosity",
        ["--description"] = "description", ["--descriptions"] = "description",
        ["--showdescription"] = "description", ["--showdescriptions"] = "description",
        ["--tree"] = "tree", ["--showtree"] = "tree",
        ["--dryrun"] = "dryrun", ["--noop"] = "dryrun", ["--whatif"] = "dryrun",
        ["--exclusive"] = "exclusive", ["-e"] = "exclusive",
        ["--version"] = "version", ["--ver"] = "version",
        ["--info"] = "info",
        ["--help"] = "help", ["-h"] = "help", ["-?"] = "help",
    };

    private readonly List<string> targets = [];
    private readonly List<(string Name, string? Value)> arguments = [];
    private readonly HashSet<string> flags = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Targets => targets.Count == 0 ? ["Default"] : targets;

    public string? Working { get; private set; }

    public Verbosity Verbosity { get; private set; } = Verbosity.Normal;

    public bool Description => flags.Contains("description");

    public bool Tree => flags.Contains("tree");

    public bool DryRun => flags.Contains("dryrun");

    public bool Exclusive => flags.Contains("exclusive");

    public bool Version => flags.Contains("version");

    public bool Info => flags.Contains("info");

    public bool Help => flags.Contains("help");

    public ILookup<string, string?> Arguments => arguments
        .Where(argument => !argument.Name.Equals("target", StringComparison.OrdinalIgnoreCase))
        .Concat(Targets.Select(target => (Name: "target", Value: (string?)target)))
        .ToLookup(argument => argument.Name, argument => argument.Value);

    public static CommandLine Parse(IEnumerable<string> args)
    {
        var result = new CommandLine();
        var tokens = new Queue<CommandLineToken>(args.SelectMany(CommandLineToken.Read));
        while (tokens.TryDequeue(out var token))
        {
            if (!token.IsOption)
            {
                throw new CakeException(
                    $"Could not match '{token.Text}' with an argument. A task is named with --target: --target {token.Text}");
            }

            result.Add(token, tokens);
        }

        return result;
    }

    private void Add(CommandLineToken option, Queue<CommandLineToken> rest)
    {
        switch (Aliases.GetValueOrDefault(option.Text))
        {
            case null:
                arguments.Add((option.Text.TrimStart('-'), option.Value ?? NextWord(rest)));
                break;
            case "target":
                targets.Add(RequireValue(option, rest));
                break;
            case "working":
                Working = RequireValue(option, rest);
                break;
            case "verbosity":
                Verbosity = ParseVerbosity(RequireValue(option, rest));
                break;
            case { } flag when ParseFlag(option, rest):
                flags.Add(flag);
                break;
            case { } flag:
                flags.Remove(flag);
                break;
        }
    }

    private static string? NextWord(Queue<CommandLineToken> rest) =>
        rest.TryPeek(out var next) && !next.IsOption ? rest.Dequeue().Text : null;

    private static string RequireValue(CommandLineToken option, Queue<CommandLineToken> rest) =>
        option.Value ?? NextWord(rest) ?? throw new CakeException($"Option '{option.Text}' is defined but no value has been provided.");

    private static bool ParseFlag(CommandLineToken option, Queue<CommandLineToken> rest)
    {
        if (option.Value is { } value)
        {
            return bool.TryParse(value, out var given)
                ? given
                : throw new CakeException($"Option '{option.Text}' takes no value but true or false; found '{value}'.");
        }

        return !rest.TryPeek(out var next) || next.IsOption || !bool.TryParse(next.Text, out _) || bool.Parse(rest.Dequeue().Text);
    }

    private static Verbosity ParseVerbosity(string value) => value.ToUpperInvariant() switch
    {
        "Q" or "QUIET" => Verbosity.Quiet,
        "M" or "MINIMAL" => Verbosity.Minimal,
        "N" or "NORMAL" => Verbosity.Normal,
        "V" or "VERBOSE" => Verbosity.Verbose,
        "D" or "DIAGNOSTIC" => Verbosity.Diagnostic,
        _ => throw new CakeException(
            $"The value '{value}' is not a valid verbosity. It is one of: quiet, minimal, normal, verbose, diagnostic."),
    };
}
