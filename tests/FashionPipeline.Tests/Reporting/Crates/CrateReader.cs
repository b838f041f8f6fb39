using System.Text.Json;

namespace FashionPipeline.Tests.Reporting.Crates;

/// <summary>A <c>ro-crate-metadata.json</c> as a program for provenance reads it.</summary>
internal sealed class CrateReader(byte[] file)
{
    public JsonElement Json { get; } = JsonDocument.Parse(file).RootElement;

    public IReadOnlyList<JsonElement> Entities => [.. Json.GetProperty("@graph").EnumerateArray()];

    public JsonElement this[string id] => Entities.Single(entity => Id(entity) == id);

    public IEnumerable<JsonElement> OfType(string type) => Entities.Where(entity => Types(entity).Contains(type));

    public static string Id(JsonElement entity) => entity.GetProperty("@id").GetString()!;

    public static IEnumerable<string> Types(JsonElement entity) => entity.GetProperty("@type") is var type
        && type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(item => item.GetString()!) : [type.GetString()!];

    /// <summary>What a property refers to: none, one or many.</summary>
    public static IReadOnlyList<string> References(JsonElement entity, string property) =>
        !entity.TryGetProperty(property, out var value) ? [] : [.. Values(value).Select(item => item.GetProperty("@id").GetString()!)];

    /// <summary>All references of all entities.</summary>
    public IEnumerable<string> AllReferences() => Entities.SelectMany(entity => entity.EnumerateObject())
        .SelectMany(property => Values(property.Value))
        .Where(value => value.ValueKind == JsonValueKind.Object).Select(Id);

    private static IEnumerable<JsonElement> Values(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
}
