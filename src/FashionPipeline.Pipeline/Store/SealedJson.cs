using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FashionPipeline.Foundation.Files;

namespace FashionPipeline.Pipeline.Store;

/// <summary>Values that are kept sealed, and are nothing where they are damaged: what they hold is found out again.</summary>
internal static class SealedJson
{
    /// <summary>The value of a file; null where there is none that can be read.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="type">The code that reads it.</param>
    public static T? Read<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return File.Exists(path) && SealedFile.Read(path) is { } content ? JsonSerializer.Deserialize(content.Span, type) : null;
        }
        catch (JsonException)
        {
            return null; // of another form
        }
    }
}
