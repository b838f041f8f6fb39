using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Experiments.Format;

namespace FashionPipeline.Pipeline.Experiments.Yaml;

/// <summary>A value of a file, read strictly: whoever asks for what it is not gets null, and a fault is recorded.</summary>
/// <param name="Node">What was written.</param>
/// <param name="Path">Keys from the top, for messages: <c>analysis.spectral_embedding</c>; empty at the top.</param>
/// <param name="Faults">Takes the faults.</param>
internal sealed partial record YamlValue(YamlNode Node, string Path, Faults Faults)
{
    /// <summary>A text that is not empty. What YAML takes for a number or a boolean needs quotation marks.</summary>
    public string? Text()
    {
        if (Node is YamlScalar { IsPlain: true } plain && OtherPattern().IsMatch(plain.Text))
        {
            Fault($"expected a text, found {Node.Found}; put it in quotation marks: \"{plain.Text}\"");
            return null;
        }

        return Node is YamlScalar { IsNull: false, Text: var text } && !string.IsNullOrWhiteSpace(text)
            ? text.Trim()
            : Wrong<string>("a text");
    }

    /// <summary>The text as it was written, with blanks around it; empty for what is none.</summary>
    public string Written => (Node as YamlScalar)?.Text ?? "";

    /// <summary>An integer in the range of a form.</summary>
    public T? Integer<T>(IntegerForm form)
        where T : struct, IBinaryInteger<T> => Integer(T.CreateChecked(form.Minimum), T.CreateChecked(form.Maximum));

    /// <summary>An integer in a closed range.</summary>
    public T? Integer<T>(T minimum, T maximum)
        where T : struct, IBinaryInteger<T> => Node is YamlScalar { IsPlain: true } scalar && IntegerPattern().IsMatch(scalar.Text)
            && T.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= minimum && value <= maximum
            ? value
            : Wrong<T?>(string.Create(CultureInfo.InvariantCulture, $"an integer from {minimum} to {maximum}"));

    /// <summary>An integer from 1.</summary>
    public int? Count() => Integer(1, int.MaxValue);

    /// <summary>A finite number in the range of a form.</summary>
    public double? Number(NumberForm form) =>
        Node is YamlScalar { IsPlain: true } scalar && NumberPattern().IsMatch(scalar.Text)
            && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) && form.Allows(value)
            ? value
            : Wrong<double?>($"a number {form.Range}");

    /// <summary>True or false, in one of the three ways in which YAML writes them.</summary>
    public bool? Truth() => Node switch
    {
        YamlScalar { IsPlain: true, Text: "true" or "True" or "TRUE" } => true,
        YamlScalar { IsPlain: true, Text: "false" or "False" or "FALSE" } => false,
        _ => Wrong<bool?>("true or false"),
    };

    /// <summary>One of an enumeration's values, written in snake_case.</summary>
    public T? Choice<T>()
        where T : struct, Enum
    {
        var choices = Enum.GetValues<T>().ToDictionary(SnakeCase.Of, StringComparer.Ordinal);
        return Choice(choices.Keys) is { } name ? choices[name] : null;
    }

    /// <summary>One of several names.</summary>
    public string? Choice(IReadOnlyCollection<string> choices)
    {
        if (Node is not YamlScalar { IsNull: false, Text: var text })
        {
            return Wrong<string>($"one of {string.Join(", ", choices)}");
        }

        if (choices.Contains(text))
        {
            return text;
        }

        Fault($"found '{text}'; {NearestName.Suggest(text, choices)}");
        return null;
    }

    /// <summary>The items of a list, which go by the list's path; none where it is no list.</summary>
    /// <param name="expected">What it should be, for the message.</param>
    public IReadOnlyList<YamlValue> Items(string expected = "a list") => Node is YamlList list
        ? [.. list.Items.Select(item => this with { Node = item })]
        : Wrong<IReadOnlyList<YamlValue>>(expected) ?? [];

    /// <summary>A mapping of known keys; every other key is a fault.</summary>
    public YamlSection? Section(Section section)
    {
        if (Node is not YamlMapping mapping)
        {
            return Wrong<YamlSection>($"keys and values ({string.Join(", ", section.Keys)})");
        }

        foreach (var entry in mapping.Entries.Where(entry => !section.Keys.Contains(entry.Key, StringComparer.Ordinal)))
        {
            var inside = Path.Length == 0 ? "" : $" in {Path}";
            Faults.Add(entry.KeyPlace, $"unknown key '{entry.Key}'{inside}; {NearestName.Suggest(entry.Key, section.Keys)}");
        }

        return new YamlSection(mapping, section, Path, Faults);
    }

    /// <summary>Records that the value is of the wrong kind, and gives null.</summary>
    public T? Wrong<T>(string expected)
    {
        Fault($"expected {expected}, found {Node.Found}");
        return default;
    }

    /// <summary>Records a fault of the value.</summary>
    public void Fault(string message) => Faults.Add(Node.Place, $"{(Path.Length == 0 ? "the file" : Path)}: {message}");

    [GeneratedRegex("^[-+]?[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex IntegerPattern();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    // What the core schema of YAML 1.2 takes for a number or a boolean, as editors do.
    [GeneratedRegex(
        @"^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
            + "|true|True|TRUE|false|False|FALSE)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex OtherPattern();
}
