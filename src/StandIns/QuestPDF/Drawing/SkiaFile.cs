using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace QuestPDF.Drawing;

/// <summary>Objects of a PDF as Skia writes it: one classic cross-reference table of all of them, no object streams.</summary>
internal sealed class SkiaFile
{
    // ISO 32000-1, 7.5.4.
    private const int EntryLength = 20;

    private readonly byte[] bytes;
    private readonly string text;
    private readonly int[] offsets;
    private readonly int[] ordered;

    internal SkiaFile(byte[] file)
    {
        (bytes, text) = (file, Encoding.Latin1.GetString(file));
        var trailer = text[text.LastIndexOf("trailer", StringComparison.Ordinal)..];
        var table = Number(trailer, "startxref");
        (Root, Info, Count) = (Number(trailer, "/Root"), Number(trailer, "/Info"), Number(trailer, "/Size"));

        // Below the lines "xref" and "0 <count>".
        var firstEntry = text.IndexOf('\n', text.IndexOf('\n', table) + 1) + 1;
        offsets = [.. Enumerable.Range(0, Count).Select(number =>
            int.Parse(text.AsSpan(firstEntry + (number * EntryLength), 10), NumberStyles.None, CultureInfo.InvariantCulture))];
        ordered = [.. offsets.Skip(1).Append(table).Order()];
        Pages = [.. Leaves(Number(Dictionary(Root), "/Pages"))];
    }

    /// <summary>How many numbers are taken; that of the next object.</summary>
    internal int Count { get; }

    /// <summary>Number of the catalogue.</summary>
    internal int Root { get; }

    /// <summary>Number of what the file says about itself.</summary>
    internal int Info { get; }

    /// <summary>Numbers of the pages.</summary>
    internal IReadOnlyList<int> Pages { get; }

    /// <summary>An object as it is, with its first and its last line.</summary>
    internal ReadOnlySpan<byte> Object(int number)
    {
        var end = ordered[Array.BinarySearch(ordered, offsets[number]) + 1];
        return bytes.AsSpan(offsets[number]..end);
    }

    /// <summary>The dictionary that an object is.</summary>
    internal string Dictionary(int number)
    {
        var start = text.IndexOf("obj", offsets[number], StringComparison.Ordinal) + "obj".Length;
        return text[start..text.IndexOf("endobj", start, StringComparison.Ordinal)].Trim();
    }

    /// <summary>Number of a page's content.</summary>
    internal int ContentOf(int page) => Number(Dictionary(page), "/Contents");

    /// <summary>The unpacked bytes of a stream, a character each.</summary>
    internal string Stream(int number)
    {
        var start = text.IndexOf("stream\n", offsets[number], StringComparison.Ordinal) + "stream\n".Length;
        var length = Number(text[offsets[number]..start], "/Length");
        using var unpacked = new ZLibStream(new MemoryStream(bytes, start, length), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    // The number behind a name.
    private static int Number(string text, string name) => Regex.Match(text, name + @"\s*(\d+)") is { Success: true } match
        ? int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
        : throw new InvalidOperationException($"The PDF has no '{name}': Skia writes files of another structure than this one expects.");

    // The page tree's leaves in the order of the pages.
    private IEnumerable<int> Leaves(int node)
    {
        var kids = Regex.Match(Dictionary(node), @"/Kids \[[^\]]*\]");
        return kids.Success ? Regex.Matches(kids.Value, @"\d+ 0 R").SelectMany(kid => Leaves(Number(kid.Value, ""))) : [node];
    }
}
