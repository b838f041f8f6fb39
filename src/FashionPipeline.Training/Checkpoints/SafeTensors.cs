using System.Buffers;
using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Training.Checkpoints;

/// <summary>
/// The safetensors format with 32-bit floats: 8 bytes length of the header (little-endian), the header (JSON, padded with
/// spaces to 8 bytes), the numbers (little-endian). Tensors and metadata are sorted by name, so equal content gives equal bytes.
/// Source: the format's description in github.com/huggingface/safetensors.
/// </summary>
public static class SafeTensors
{
    private const string MetadataKey = "__metadata__";

    /// <summary>The bytes of a file.</summary>
    /// <param name="tensors">The tensors in any order, names unique.</param>
    /// <param name="metadata">Free texts.</param>
    /// <exception cref="ArgumentException">A name is used twice or reserved, or a shape does not fit its numbers.</exception>
    public static byte[] Write(IEnumerable<NamedTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var sorted = tensors.OrderBy(tensor => tensor.Name, StringComparer.Ordinal).ToList();
        if (sorted.DistinctBy(tensor => tensor.Name).Count() != sorted.Count || sorted.Exists(tensor => tensor.Name == MetadataKey))
        {
            throw new ArgumentException($"Tensor names must be unique and not {MetadataKey}.", nameof(tensors));
        }

        var header = Header(sorted, metadata);
        var file = new byte[8 + header.Length + sorted.Sum(tensor => 4 * tensor.Values.Length)];
        BinaryPrimitives.WriteInt64LittleEndian(file, header.Length);
        header.CopyTo(file.AsSpan(8));
        var position = 8 + header.Length;
        foreach (var value in sorted.SelectMany(tensor => tensor.Values))
        {
            BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(position), value);
            position += 4;
        }

        return file;
    }

    /// <summary>Reads a file; everything in it must be accounted for.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="source">Name of the file for messages.</param>
    /// <exception cref="InputException">The file is damaged or holds something else than 32-bit floats.</exception>
    public static SafeTensorsFile Read(ReadOnlyMemory<byte> file, string source) => SafeTensorsReader.Read(file, source);

    private static byte[] Header(List<NamedTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            if (metadata.Count > 0)
            {
                json.WriteStartObject(MetadataKey);
                foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    json.WriteString(key, value);
                }

                json.WriteEndObject();
            }

            var offset = 0;
            foreach (var tensor in tensors)
            {
                WriteEntry(json, tensor, offset);
                offset += 4 * tensor.Values.Length;
            }

            json.WriteEndObject();
        }

        var header = new byte[(buffer.WrittenCount + 7) / 8 * 8];
        header.AsSpan().Fill((byte)' ');
        buffer.WrittenSpan.CopyTo(header);
        return header;
    }

    private static void WriteEntry(Utf8JsonWriter json, NamedTensor tensor, int offset)
    {
        if (tensor.Shape.Aggregate(1L, (product, size) => product * size) != tensor.Values.Length)
        {
            throw new ArgumentException($"Tensor '{tensor.Name}' has {tensor.Values.Length} values but shape [{string.Join(", ", tensor.Shape)}].");
        }

        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", "F32");
        json.WriteStartArray("shape");
        foreach (var size in tensor.Shape)
        {
            json.WriteNumberValue(size);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(offset);
        json.WriteNumberValue(offset + (4 * tensor.Values.Length));
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
