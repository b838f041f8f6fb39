using System.Text.Json;

namespace FashionPipeline.Reporting.Metrics;

/// <summary>Looks into a <c>metrics.json</c> that may be anybody's.</summary>
internal static class MetricsJson
{
    /// <summary>The whole file.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonElement Parse(byte[] file)
    {
        using var json = JsonDocument.Parse(file);
        return json.RootElement.Clone();
    }

    /// <summary>The items of a list.</summary>
    /// <exception cref="JsonException">There is no such list.</exception>
    public static IEnumerable<JsonElement> Items(JsonElement element, string name) => Require(element, name) is var list
        && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw new JsonException($"'{name}' is no list.");

    /// <summary>A value.</summary>
    /// <exception cref="JsonException">There is none of this name.</exception>
    public static JsonElement Require(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value
            : throw new JsonException($"There is no '{name}'.");

    /// <summary>A number.</summary>
    /// <exception cref="JsonException">There is none of this name.</exception>
    public static double RequireNumber(JsonElement element, string name) => Number(Require(element, name))
        ?? throw new JsonException($"'{name}' is no number.");

    /// <summary>Whether a value is a number.</summary>
    public static bool IsNumber(JsonElement element) => element.ValueKind == JsonValueKind.Number;

    /// <summary>A value as a number; null where it is none.</summary>
    /// <exception cref="JsonException">It is more than a double can hold.</exception>
    public static double? Number(JsonElement element) => !IsNumber(element) ? null
        : element.GetDouble() is var number && double.IsFinite(number) ? number
        : throw new JsonException($"{element.GetRawText()} is no number that can be compared.");

    /// <summary>A value as a text; null where there is none.</summary>
    public static string? Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined => null,
        JsonValueKind.String => element.GetString(),
        _ => element.GetRawText(),
    };
}
