using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FashionPipeline.Pipeline.Experiments.Texts;

/// <summary>Values as one line of YAML, each in one way only.</summary>
internal static partial class YamlText
{
    private static readonly JsonSerializerOptions Quotes = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A list: <c>[1, 2]</c>.</summary>
    public static string List<T>(IEnumerable<T> items) => $"[{string.Join(", ", items.Select(item => Item(item)))}]";

    private static string Item<T>(T item) => item switch
    {
        string text => PlainPattern().IsMatch(text) ? text : JsonSerializer.Serialize(text, Quotes),
        _ => FormattableString.Invariant($"{item}"),
    };

    // What stands in a list without quotation marks and can be nothing but a text.
    [GeneratedRegex("^[A-Za-z][A-Za-z0-9/ _-]*[A-Za-z0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainPattern();
}
