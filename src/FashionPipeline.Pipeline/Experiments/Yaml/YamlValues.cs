using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;

namespace FashionPipeline.Pipeline.Experiments.Yaml;

/// <summary>Reads single values strictly: each gives the value, or records a fault and gives null.</summary>
internal static partial class YamlValues
{
    /// <summary>A text that is not empty. What YAML takes for a number or a boolean needs quotation marks.</summary>
    public static string? Text(this Faults faults, YamlNode node, string what)
    {
        if (node is YamlScalar { IsPlain: true } plain && (NumberPattern().IsMatch(plain.Text) || plain.Text is "true" or "false"))
        {
            faults.Add(node.Place, $"{what}: expected a text, found {node.Found}; put it in quotation marks: \"{plain.Text}\"");
            return null;
        }

        return node is YamlScalar { Text: var text } && !string.IsNullOrWhiteSpace(text) && !node.IsNull
            ? text.Trim()
            : faults.Wrong<string>(node, what, "a text");
    }

    /// <summary>An integer in a closed range.</summary>
    public static T? Integer<T>(this Faults faults, YamlNode node, string what, T minimum, T maximum)
        where T : struct, IBinaryInteger<T>
    {
        var fits = node is YamlScalar { IsPlain: true } scalar && IntegerPattern().IsMatch(scalar.Text)
            && T.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= minimum && value <= maximum
            ? value
            : (T?)null;
        return fits ?? faults.WrongValue<T>(node, what, string.Create(CultureInfo.InvariantCulture, $"an integer from {minimum} to {maximum}"));
    }

    /// <summary>A finite number for which the condition holds.</summary>
    /// <param name="faults">Takes the fault.</param>
    /// <param name="node">The value.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <param name="fits">Whether a number is in range.</param>
    /// <param name="range">The range in words: <c>more than 0</c>.</param>
    public static double? Number(this Faults faults, YamlNode node, string what, Func<double, bool> fits, string range) =>
        node is YamlScalar { IsPlain: true } scalar && NumberPattern().IsMatch(scalar.Text)
            && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) && fits(value)
            ? value
            : faults.WrongValue<double>(node, what, $"a number {range}");

    /// <summary>One of an enumeration's values, written in snake_case.</summary>
    public static T? Choice<T>(this Faults faults, YamlNode node, string what)
        where T : struct, Enum
    {
        var choices = Enum.GetValues<T>().ToDictionary(SnakeCase.Of, StringComparer.Ordinal);
        return faults.Choice(node, what, choices.Keys) is { } name ? choices[name] : null;
    }

    /// <summary>One of several names.</summary>
    public static string? Choice(this Faults faults, YamlNode node, string what, IReadOnlyCollection<string> choices)
    {
        if (node is not YamlScalar scalar || node.IsNull)
        {
            return faults.Wrong<string>(node, what, $"one of {string.Join(", ", choices)}");
        }

        if (choices.Contains(scalar.Text))
        {
            return scalar.Text;
        }

        faults.Add(node.Place, $"{what}: found '{scalar.Text}'; {NearestName.Suggest(scalar.Text, choices)}");
        return null;
    }

    /// <summary>Records that a value is of the wrong kind.</summary>
    public static T? Wrong<T>(this Faults faults, YamlNode node, string what, string expected)
        where T : class
    {
        faults.Add(node.Place, $"{what}: expected {expected}, found {node.Found}");
        return null;
    }

    private static T? WrongValue<T>(this Faults faults, YamlNode node, string what, string expected)
        where T : struct
    {
        faults.Add(node.Place, $"{what}: expected {expected}, found {node.Found}");
        return null;
    }

    [GeneratedRegex("^[-+]?[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex IntegerPattern();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();
}
