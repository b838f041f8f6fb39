using System.Buffers.Binary;
using System.Text.Json;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Training.Checkpoints;

/// <summary>The strict reader behind <see cref="SafeTensors.Read"/>.</summary>
internal static class SafeTensorsReader
{
    public static SafeTensorsFile Read(ReadOnlyMemory<byte> file, string source)
    {
        try
        {
            return Parse(file);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new InputException($"{source} is not a whole safetensors file of 32-bit floats: {e.Message}\nDelete it; the next run makes it anew.", e);
        }
    }

    private static SafeTensorsFile Parse(ReadOnlyMemory<byte> file)
    {
        if (file.Length < 8)
        {
            throw new InvalidDataException($"it has {file.Length} bytes, expected at least 8.");
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(file.Span);
        if (length > (ulong)(file.Length - 8))
        {
            throw new InvalidDataException($"its header should have {length} bytes, but only {file.Length - 8} follow.");
        }

        using var header = JsonDocument.Parse(file.Slice(8, (int)length), new JsonDocumentOptions { AllowDuplicateProperties = false });
        var data = file[(8 + (int)length)..];
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        var entries = new List<(NamedTensor Tensor, int Begin, int End)>();
        foreach (var property in header.RootElement.EnumerateObject())
        {
            if (property.NameEquals("__metadata__"))
            {
                foreach (var text in property.Value.EnumerateObject())
                {
                    metadata.Add(text.Name, text.Value.GetString() ?? throw new InvalidDataException($"metadata '{text.Name}' is null."));
                }
            }
            else
            {
                entries.Add(Entry(property.Name, property.Value, data.Span));
            }
        }

        CheckCoverage(entries, data.Length);
        return new SafeTensorsFile
        {
            Tensors = [.. entries.Select(entry => entry.Tensor).OrderBy(tensor => tensor.Name, StringComparer.Ordinal)],
            Metadata = metadata,
        };
    }

    private static (NamedTensor Tensor, int Begin, int End) Entry(string name, JsonElement entry, ReadOnlySpan<byte> data)
    {
        var type = Member(name, entry, "dtype").GetString();
        if (type != "F32")
        {
            throw new InvalidDataException($"tensor '{name}' has type {type}, expected F32.");
        }

        int[] shape = [.. Member(name, entry, "shape").EnumerateArray().Select(size => size.GetInt32())];
        int[] offsets = [.. Member(name, entry, "data_offsets").EnumerateArray().Select(offset => offset.GetInt32())];
        if (offsets is not [var begin, var end] || begin < 0 || begin > end || end > data.Length)
        {
            throw new InvalidDataException($"tensor '{name}' lies at [{string.Join(", ", offsets)}], but there are {data.Length} bytes of numbers.");
        }

        if (shape.Any(size => size < 0) || shape.Aggregate(4L, (product, size) => checked(product * size)) != end - begin)
        {
            throw new InvalidDataException($"tensor '{name}' of shape [{string.Join(", ", shape)}] has {end - begin} bytes.");
        }

        var values = new float[(end - begin) / 4];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(data[(begin + (4 * i))..]);
        }

        return (new NamedTensor(name, shape, values), begin, end);
    }

    private static JsonElement Member(string tensor, JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var member) ? member : throw new InvalidDataException($"tensor '{tensor}' has no {name}.");

    private static void CheckCoverage(List<(NamedTensor Tensor, int Begin, int End)> entries, int length)
    {
        var position = 0;
        foreach (var (tensor, begin, end) in entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End))
        {
            if (begin != position)
            {
                throw new InvalidDataException($"tensor '{tensor.Name}' starts at byte {begin} of the numbers, expected {position}.");
            }

            position = end;
        }

        if (position != length)
        {
            throw new InvalidDataException($"{length} bytes of numbers follow the header, expected {position}.");
        }
    }
}
