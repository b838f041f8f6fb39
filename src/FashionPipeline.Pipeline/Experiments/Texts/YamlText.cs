using System.Text.Encodings.Web;
using System.Text.Json;

namespace FashionPipeline.Pipeline.Experiments.Texts;

/// <summary>Values as one line of YAML, each in one way only.</summary>
internal static class YamlText
{
    private static readonly JsonSerializerOptions Quotes = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Words that some reader of YAML takes for something else than a text.
    private static readonly HashSet<string> Reserved = new(
        ["true", "false", "null", "yes", "no", "on", "off", "y", "n"], StringComparer.OrdinalIgnoreCase);

    /// <summary>A list: <c>[1, 2]</c>.</summary>
    public static string List<T>(IEnumerable<T> items) => $"[{string.Join(", ", items.Select(item => Item(item)))}]";

    /// <summary>A text, in quotation marks where it could be something else without.</summary>
    public static string Of(string text) => IsPlain(text) ? text : JsonSerializer.Serialize(text, Quotes);

    /// <summary>True or false.</summary>
    public static string Of(bool truth) => truth ? "true" : "false";

    private static string Item<T>(T item) => item switch
    {
        string text => Of(text),
        _ => FormattableString.Invariant($"{item}"),
    };

    // What stands in a list without quotation marks and can be nothing but a text.
    private static bool IsPlain(string text) =>
        text is [>= 'A' and <= 'Z' or >= 'a' and <= 'z', ..] and not [.., ' '] && !Reserved.Contains(text)
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '/' or ' ' or '_' or '-');
}
