using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ICSharpCode.SharpZipLib.Zip.Compression;

namespace QuestPDF.Drawing;

/// <summary>A PDF that is being written: objects in any order, then a cross-reference stream (ISO 32000-1, 7.5.8).</summary>
internal sealed class PdfFile
{
    // A kind, an offset or the number of an object stream, an index in it.
    private const int EntryLength = 1 + 4 + 2;

    private readonly MemoryStream file = new();
    private readonly SortedDictionary<int, (byte Kind, int Place, int Index)> entries = new() { [0] = (0, 0, ushort.MaxValue) };

    // Readers take a file for binary by the bytes of its second line.
    internal PdfFile() => file.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);

    /// <summary>Number of the next object.</summary>
    internal int Count => entries.Keys.Max() + 1;

    /// <summary>Adds an object with its first and its last line.</summary>
    internal void Add(int number, ReadOnlySpan<byte> whole)
    {
        entries.Add(number, (1, (int)file.Length, 0));
        file.Write(whole);
    }

    /// <summary>Adds an object.</summary>
    internal void Add(int number, string body) => Add(number, Latin($"{number} 0 obj\n{body}\nendobj\n"));

    /// <summary>Adds a stream.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="dictionary">Entries of its dictionary but for its length.</param>
    /// <param name="bytes">Its bytes.</param>
    internal void AddStream(int number, string dictionary, ReadOnlySpan<byte> bytes)
    {
        var head = Latin($"{number} 0 obj\n<<{dictionary} /Length {bytes.Length}>>\nstream\n");
        Add(number, [.. head, .. bytes, .. "\nendstream\nendobj\n"u8]);
    }

    /// <summary>Adds a stream and packs it. It is done by managed code: a native library packs otherwise on another processor.</summary>
    internal void AddPacked(int number, string dictionary, ReadOnlySpan<byte> bytes) =>
        AddStream(number, $"{dictionary} /Filter /FlateDecode", Pack(bytes));

    /// <summary>Adds objects without streams, packed into one stream.</summary>
    /// <param name="number">Number of the stream.</param>
    /// <param name="first">Number of the first of them; the others follow it.</param>
    /// <param name="bodies">The objects.</param>
    internal void AddObjects(int number, int first, IReadOnlyList<string> bodies)
    {
        var (places, objects) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < bodies.Count; i++)
        {
            entries.Add(first + i, (2, number, i));
            places.Append($"{first + i} {objects.Length} ");
            objects.Append(bodies[i]).Append('\n');
        }

        AddPacked(number, $"/Type /ObjStm /N {bodies.Count} /First {places.Length}", Latin($"{places}{objects}"));
    }

    /// <summary>Ends the file; its id is a digest of all before.</summary>
    /// <param name="root">Number of the catalogue.</param>
    /// <param name="info">Number of the information dictionary.</param>
    internal byte[] End(int root, int info)
    {
        var id = $"<{Convert.ToHexString(SHA256.HashData(file.ToArray()).AsSpan(0, 16))}>";
        var (number, start) = (Count, (int)file.Length);
        var table = new byte[(number + 1) * EntryLength];
        foreach (var (entry, (kind, place, index)) in entries.Append(new(number, (1, start, 0))))
        {
            var bytes = table.AsSpan(entry * EntryLength);
            bytes[0] = kind;
            BinaryPrimitives.WriteInt32BigEndian(bytes[1..], place);
            BinaryPrimitives.WriteUInt16BigEndian(bytes[5..], (ushort)index);
        }

        AddPacked(
            number,
            $"/Type /XRef /Size {number + 1} /W [1 4 2] /Root {PdfText.Reference(root)} /Info {PdfText.Reference(info)} /ID [{id} {id}]",
            table);
        file.Write(Latin($"startxref\n{start}\n%%EOF\n"));
        return file.ToArray();
    }

    private static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        deflater.SetInput(bytes.ToArray());
        deflater.Finish();
        using var packed = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (!deflater.IsFinished)
        {
            packed.Write(buffer, 0, deflater.Deflate(buffer));
        }

        return packed.ToArray();
    }

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);
}
