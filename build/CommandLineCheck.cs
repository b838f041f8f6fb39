using Cake.Core;
using Cake.Frosting;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;

namespace Build;

/// <summary>
/// Refuses targets and arguments that nobody reads. Cake itself accepts any argument, so a slip of the finger would
/// otherwise run something else than was meant.
/// </summary>
public static class CommandLineCheck
{
    // Those that need a value name it; null marks one that Cake keeps for itself.
    private static readonly Dictionary<string, string?> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["experiment"] = "NAME",
        ["set"] = "KEY=VALUE",
        ["mirror"] = "FOLDER_OR_URL",
        ["jobs"] = "N",
        ["tests"] = "NAMESPACE",
        ["part"] = "kernels|comparison|growth|accuracy",
        ["rounds"] = "N",
        ["target"] = "TARGET",
        ["working"] = null,
        ["verbosity"] = null,
        ["description"] = null,
        ["tree"] = null,
        ["dryrun"] = null,
        ["exclusive"] = null,
        ["version"] = null,
        ["info"] = null,
        ["help"] = null,
    };

    /// <summary>Reports every fault together.</summary>
    /// <exception cref="InputException">A target or an argument is unknown, or a value is missing.</exception>
    public static void Check(ICakeArguments arguments)
    {
        var targets = TargetNames();
        var faults = arguments.GetArguments("target")
            .Where(target => !targets.Contains(target, StringComparer.OrdinalIgnoreCase))
            .Select(target => Describe("target", target ?? "", "--target ", targets))
            .Concat(arguments.GetArguments()
                .OrderBy(argument => argument.Key, StringComparer.Ordinal)
                .Select(argument => FindFault(argument.Key, argument.Value))
                .OfType<string>())
            .ToList();
        if (faults.Count > 0)
        {
            throw new InputException(string.Join(System.Environment.NewLine, faults) + System.Environment.NewLine + "Nothing has run.");
        }
    }

    /// <summary>
    /// Finds an argument of ours in capital letters. Cake takes it, but beside the usual spelling one of the two loses its values.
    /// </summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    public static string? FindSpelling(IEnumerable<string> args) => args
        .Select(arg => arg.Split(['=', ':'], 2)[0])
        .Where(name => name.StartsWith("--", StringComparison.Ordinal) && name != "--Target")
        .Where(name => Known.GetValueOrDefault(name[2..]) is not null && name.Any(char.IsAsciiLetterUpper))
        .Select(name => Describe("argument", name, "", [.. Known.Keys.Select(key => "--" + key)]))
        .FirstOrDefault();

    private static string? FindFault(string name, ICollection<string?> values)
    {
        // A name of Cake's gets here only when it is written otherwise than Cake reads it: --Tree.
        if (!Known.TryGetValue(name, out var value) || value is null)
        {
            return Describe("argument", "--" + name, "", [.. Known.Keys.Select(key => "--" + key)]);
        }

        return values.Any(string.IsNullOrWhiteSpace) ? $"--{name} has no value. Type: --{name} {value}" : null;
    }

    private static string Describe(string kind, string found, string prefix, IReadOnlyCollection<string> known) =>
        $"Unknown {kind} '{found}'. The nearest is: {prefix}{NearestName.Order(found, known)[0]}"
            + $"{System.Environment.NewLine}  Known {kind}s: {string.Join(", ", known)}";

    private static List<string> TargetNames() =>
    [
        .. typeof(CommandLineCheck).Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IFrostingTask)))
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal),
    ];
}
