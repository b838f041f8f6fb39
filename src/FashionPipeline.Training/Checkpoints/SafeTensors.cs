using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Training.Checkpoints;

/// <summary>
/// The safetensors format with 32-bit floats: 8 bytes length of the header (little-endian), the header (JSON, padded with
/// spaces to 8 bytes), the numbers (little-endian, as on every processor that libtorch is made for). Tensors and metadata are sorted by
/// name, so equal content gives equal bytes. Source: the format's description in github.com/huggingface/safetensors.
/// </summary>
public static class SafeTensors
{
    private const string MetadataKey = "__metadata__";

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>The bytes of a file.</summary>
    /// <param name="tensors">The tensors in any order, names unique.</param>
    /// <param name="metadata">Free texts.</param>
    /// <exception cref="ArgumentException">A name is used twice or reserved, or a shape does not fit its numbers.</exception>
    public static byte[] Write(IEnumerable<NamedTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var header = new OrderedDictionary<string, object>();
        if (metadata.Count > 0)
        {
            header.Add(MetadataKey, new SortedDictionary<string, string>(metadata.ToDictionary(), StringComparer.Ordinal));
        }

        using var numbers = new MemoryStream();
        foreach (var tensor in tensors.OrderBy(tensor => tensor.Name, StringComparer.Ordinal))
        {
            var begin = (int)numbers.Length;
            numbers.Write(MemoryMarshal.AsBytes<float>(tensor.Values));
            var entry = new Entry("F32", [.. tensor.Shape], [begin, (int)numbers.Length]);
            if (tensor.Name == MetadataKey || !Fits(entry, begin, (int)numbers.Length) || !header.TryAdd(tensor.Name, entry))
            {
                throw new ArgumentException(
                    $"Tensor '{tensor.Name}': the name is used twice or reserved, or the shape does not fit the numbers.", nameof(tensors));
            }
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(header, Json);
        var length = (json.Length + 7) / 8 * 8;
        var file = new byte[8 + length + (int)numbers.Length];
        BinaryPrimitives.WriteInt64LittleEndian(file, length);
        file.AsSpan(8, length).Fill((byte)' ');
        json.CopyTo(file, 8);
        numbers.GetBuffer().AsSpan(0, (int)numbers.Length).CopyTo(file.AsSpan(8 + length));
        return file;
    }

    /// <summary>Reads a file; everything in it must be accounted for.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="source">Name of the file for messages.</param>
    /// <exception cref="InputException">The file is damaged or holds something else than 32-bit floats.</exception>
    public static SafeTensorsFile Read(ReadOnlyMemory<byte> file, string source)
    {
        try
        {
            return Parse(file.Span);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or OverflowException)
        {
            throw new InputException(
                $"{source} is not a whole safetensors file of 32-bit floats: {e.Message}\nDelete it; the next run makes it anew.", e);
        }
    }

    private static SafeTensorsFile Parse(ReadOnlySpan<byte> file)
    {
        if (file.Length < 8 || BinaryPrimitives.ReadUInt64LittleEndian(file) > (ulong)(file.Length - 8))
        {
            throw new InvalidDataException($"it has {file.Length} bytes, fewer than its header takes.");
        }

        var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        var numbers = file[(8 + length)..];
        var header = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(file.Slice(8, length), Json) ?? [];
        var metadata = header.Remove(MetadataKey, out var texts) ? texts.Deserialize<Dictionary<string, string>>(Json) : null;
        var entries = header.ToDictionary(
            pair => pair.Key,
            pair => pair.Value.Deserialize<Entry>(Json) ?? throw new InvalidDataException($"tensor '{pair.Key}' is null."));
        var tensors = new List<NamedTensor>();
        var position = 0;
        foreach (var (name, entry) in entries.OrderBy(pair => pair.Value.DataOffsets.Sum(offset => (long)offset)))
        {
            if (!Fits(entry, position, numbers.Length))
            {
                throw new InvalidDataException(
                    $"tensor '{name}' is not of type F32, or its shape [{string.Join(", ", entry.Shape)}] does not fit its bytes "
                    + $"[{string.Join(", ", entry.DataOffsets)}], which should begin at {position}.");
            }

            var end = entry.DataOffsets[1];
            tensors.Add(new NamedTensor(name, entry.Shape, MemoryMarshal.Cast<byte, float>(numbers[position..end]).ToArray()));
            position = end;
        }

        tensors.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return position == numbers.Length
            ? new SafeTensorsFile { Tensors = tensors, Metadata = metadata ?? [] }
            : throw new InvalidDataException($"{numbers.Length} bytes of numbers follow the header, expected {position}.");
    }

    private static bool Fits(Entry entry, int begin, int limit) =>
        entry is { Dtype: "F32", DataOffsets: [var from, var end] } && from == begin && end >= begin && end <= limit
        && entry.Shape.All(size => size >= 0) && entry.Shape.Aggregate(4L, (bytes, size) => checked(bytes * size)) == end - begin;

    private sealed record Entry(string Dtype, int[] Shape, int[] DataOffsets);
}
