using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FashionPipeline.Data.Npz;

/// <summary>
/// An array of a .npy file. Source of the format: "NumPy Enhancement Proposal 1: A simple file format for NumPy arrays",
/// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html.
/// </summary>
/// <param name="Type">The values' type, as NumPy writes it: <c>|u1</c>.</param>
/// <param name="Shape">The array's size in each dimension.</param>
/// <param name="Values">The values, last dimension fastest.</param>
internal sealed partial record NpyArray(string Type, IReadOnlyList<int> Shape, byte[] Values)
{
    private const int LongestHeader = 1 << 16;

    /// <summary>Reads an array and all that is behind its header.</summary>
    /// <param name="content">The file.</param>
    /// <param name="length">Its length.</param>
    /// <param name="most">How many bytes its values may have.</param>
    /// <exception cref="InvalidDataException">It is no such file; the message goes on where a sentence began with its name.</exception>
    public static NpyArray Read(Stream content, long length, long most)
    {
        var start = new byte[8];
        content.ReadExactly(start);
        if (start is not [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', >= 1 and <= 3, _])
        {
            throw new InvalidDataException("is no .npy file of version 1 to 3");
        }

        var size = new byte[start[6] == 1 ? sizeof(ushort) : sizeof(uint)];
        content.ReadExactly(size);
        var header = size.Length == sizeof(ushort)
            ? BinaryPrimitives.ReadUInt16LittleEndian(size)
            : BinaryPrimitives.ReadUInt32LittleEndian(size);
        if (header > LongestHeader)
        {
            throw new InvalidDataException($"has a header of {header} bytes; expected {LongestHeader} at most");
        }

        var text = new byte[header];
        content.ReadExactly(text);
        var (type, shape) = Parse(Encoding.UTF8.GetString(text));
        var bytes = shape.Aggregate((Int128)SizeOf(type), (product, side) => product * side);
        var found = length - start.Length - size.Length - header;
        if (bytes > Array.MaxLength)
        {
            throw new InvalidDataException(
                $"has the shape ({string.Join(", ", shape)}) and the type {type}, {bytes} bytes; expected {Array.MaxLength} at most. "
                + "Leave images out, or make them smaller");
        }

        if (bytes != found || bytes > most)
        {
            throw new InvalidDataException(
                $"has {found} bytes behind its header; expected {bytes} of the type {type} and the shape ({string.Join(", ", shape)})"
                + (bytes > most ? $", and {most} at most" : ""));
        }

        var values = new byte[(int)bytes];
        content.ReadExactly(values);
        return new NpyArray(type, shape, values);
    }

    /// <summary>The values as whole numbers; null where their type is none.</summary>
    public IEnumerable<long>? Integers()
    {
        if (!IntegerPattern().IsMatch(Type))
        {
            return null;
        }

        var (size, isBig, isSigned) = (SizeOf(Type), Type[0] == '>', Type[1] == 'i');
        return Values.Chunk(size).Select(bytes =>
        {
            var ordered = isBig ? bytes.Reverse().ToArray() : bytes;
            var value = ordered.Reverse().Aggregate(0L, (value, part) => (value << 8) | part);
            var unused = 64 - (8 * size);
            return isSigned ? value << unused >> unused : value;
        });
    }

    private static (string Type, IReadOnlyList<int> Shape) Parse(string header)
    {
        if (TypePattern().Match(header) is not { Success: true } type || ShapePattern().Match(header) is not { Success: true } shape
            || OrderPattern().Match(header) is not { Success: true } order)
        {
            throw new InvalidDataException("has no header with descr, fortran_order and shape, or an array of records");
        }

        if (order.Groups[1].Value == "True")
        {
            throw new InvalidDataException("is in Fortran's order; save numpy.ascontiguousarray of it");
        }

        var sides = shape.Groups[1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (type.Groups[1].Value, [.. sides.Select(side =>
            int.TryParse(side, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number : throw new InvalidDataException($"has a shape with the size {side}, which is too large"))]);
    }

    // Of a type that has another size, the length of the file will not fit, and says so.
    private static int SizeOf(string type) => type[^1] is >= '1' and <= '8' && type.Length == 3 ? type[^1] - '0' : 1;

    [GeneratedRegex(@"'descr'\s*:\s*'([^']{1,32})'", RegexOptions.CultureInvariant)]
    private static partial Regex TypePattern();

    [GeneratedRegex(@"'fortran_order'\s*:\s*(True|False)", RegexOptions.CultureInvariant)]
    private static partial Regex OrderPattern();

    [GeneratedRegex(@"'shape'\s*:\s*\(([0-9, ]*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex ShapePattern();

    [GeneratedRegex("^[|<>=][iu][1248]$", RegexOptions.CultureInvariant)]
    private static partial Regex IntegerPattern();
}
