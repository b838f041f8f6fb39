using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FashionPipeline.Pipeline.Graph;

/// <summary>The one way in which the pipeline writes JSON: UTF-8, indented, line feeds, camel case, enumerations by name.</summary>
public static class CanonicalJson
{
    private static readonly JsonSerializerOptions Options = NewOptions();

    /// <summary>The value as JSON, ended by a line feed.</summary>
    public static byte[] Write<T>(T value) => [.. JsonSerializer.SerializeToUtf8Bytes(value, Options), (byte)'\n'];

    /// <summary>The value as JSON, ended by a line feed, by generated code, which need not look at the type first.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The generated code, made with <see cref="NewOptions"/>.</param>
    public static byte[] Write<T>(T value, JsonTypeInfo<T> type) => [.. JsonSerializer.SerializeToUtf8Bytes(value, type), (byte)'\n'];

    /// <summary>The value as one text, for a component of a key.</summary>
    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>The value in one line, for what reads lines.</summary>
    public static string Line<T>(T value) => JsonSerializer.Serialize(value, new JsonSerializerOptions(Options) { WriteIndented = false });

    /// <summary>The value that <paramref name="json"/> holds.</summary>
    /// <exception cref="JsonException">It holds no such value.</exception>
    public static T Read<T>(byte[] json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw Null();

    /// <summary>The value that <paramref name="json"/> holds, by generated code.</summary>
    /// <exception cref="JsonException">It holds no such value.</exception>
    public static T Read<T>(byte[] json, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(json, type) ?? throw Null();

    /// <summary>What makes JSON canonical, for a value's generated code, which keeps the options for itself.</summary>
    public static JsonSerializerOptions NewOptions() => new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static JsonException Null() => new("The JSON holds null.");
}
