using Cake.Core;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;

namespace Build.Options;

/// <summary>
/// Refuses targets, arguments and values that nobody reads. Cake itself accepts any argument, so a slip of the finger would
/// otherwise run something else than was meant.
/// </summary>
public static class CommandLineCheck
{
    private static readonly IReadOnlyList<string> Names = [.. PipelineArguments.All.Select(option => "--" + option.Name)];

    /// <summary>Reports every fault together.</summary>
    /// <exception cref="InputException">A target or an argument is unknown, a value is missing or wrong, or no target reads it.</exception>
    public static void Check(ICakeArguments arguments)
    {
        var targets = TargetNames.All.Select(target => target.Name).Order(StringComparer.Ordinal).ToList();
        var chosen = arguments.GetArguments(PipelineArguments.Target.Name).Select(target => target ?? "").ToList();
        var unknown = chosen.Except(targets, StringComparer.OrdinalIgnoreCase).ToList();
        var faults = unknown
            .Select(target => Describe("target", target, "--target ", targets))
            .Concat(arguments.GetArguments()
                .OrderBy(argument => argument.Key, StringComparer.Ordinal)
                .SelectMany(argument => FindFaults(argument.Key, argument.Value, unknown.Count == 0 ? chosen : null)))
            .ToList();
        if (faults.Count > 0)
        {
            throw new InputException(string.Join(Environment.NewLine, faults) + Environment.NewLine + "Nothing has run.");
        }
    }

    /// <summary>
    /// Finds an argument of ours in capital letters. Cake takes it, but beside the usual spelling one of the two loses its values.
    /// </summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    public static string? FindSpelling(IEnumerable<string> args) => args
        .Select(arg => arg.Split(['=', ':'], 2)[0])
        .Where(name => name.StartsWith("--", StringComparison.Ordinal) && name != "--Target")
        .Where(name => Find(name[2..]) is { IsCakes: false } && name.Any(char.IsAsciiLetterUpper))
        .Select(name => Describe("argument", name, "", Names))
        .FirstOrDefault();

    // The targets are null where one of them is unknown: what it would have read is not known either.
    private static IEnumerable<string> FindFaults(string name, ICollection<string?> values, IReadOnlyList<string>? targets)
    {
        // A name of Cake's gets here only when it is written otherwise than Cake reads it: --Tree.
        if (Find(name) is not { IsCakes: false } option)
        {
            return [Describe("argument", "--" + name, "", Names)];
        }

        if (option.IsFlag && values.Any(value => !string.IsNullOrWhiteSpace(value)))
        {
            return [$"--{name} takes no value; found {string.Join(", ", values)}"];
        }

        if (!option.IsFlag && values.Any(string.IsNullOrWhiteSpace))
        {
            return [$"--{name} has no value. Type: {option.Usage}"];
        }

        if (values.Count > 1 && !option.IsRepeatable)
        {
            return [$"--{name} takes one value; found {string.Join(", ", values)}"];
        }

        return targets is not null && option.Targets.Count > 0 && !option.Targets.Intersect(targets, StringComparer.OrdinalIgnoreCase).Any()
            ? [$"--{name} is not read by target {string.Join(", ", targets)}. It is read by: {string.Join(", ", option.Targets)}"]
            : values.Select(value => option.FindFault(value ?? "")).OfType<string>();
    }

    private static Option? Find(string name) =>
        PipelineArguments.All.FirstOrDefault(option => option.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string Describe(string kind, string found, string prefix, IReadOnlyCollection<string> known) =>
        $"Unknown {kind} '{found}'." + (NearestName.Find(found, known) is { } nearest ? $" The nearest is: {prefix}{nearest}" : "")
            + $"{Environment.NewLine}  Known {kind}s: {string.Join(", ", known)}";
}
