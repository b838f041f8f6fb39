using System.Text.RegularExpressions;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>The line of a layer in a key, <c>conv2d: {filters: 32, kernel: [3, 3]}</c>, taken apart.</summary>
/// <param name="Kind">The kind: <c>conv2d</c>.</param>
/// <param name="Settings">The texts of its settings by name, in order.</param>
internal sealed partial record LayerText(string Kind, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>The parts of a text; null where it is no layer with settings by name.</summary>
    public static LayerText? Of(string? text) => text is not null && Line().Match(text) is { Success: true } line
        ? new(line.Groups["kind"].Value, line.Groups["name"].Captures.Zip(line.Groups["value"].Captures)
            .ToDictionary(pair => pair.First.Value, pair => pair.Second.Value, StringComparer.Ordinal))
        : null;

    [GeneratedRegex(
        @"^(?<kind>\w+): \{(?:(?:, |(?<=\{))(?<name>\w+): (?<value>\[[^\[\]{}]*\]|[^\[\]{},]+))+\}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
