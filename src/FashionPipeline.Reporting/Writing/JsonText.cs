using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FashionPipeline.Reporting.Writing;

/// <summary>How JSON files are written: UTF-8 without a byte order mark, two blanks a level, LF, every number in full.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file of an object.</summary>
    public static byte[] ToBytes(JsonObject root)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            root.WriteTo(json);
        }

        stream.Write("\n"u8);
        return stream.ToArray();
    }
}
