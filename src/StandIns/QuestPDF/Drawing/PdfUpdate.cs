using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace QuestPDF.Drawing;

/// <summary>
/// Adds what Skia's bindings cannot write, an outline and the language, as an incremental update: new objects, the catalogue
/// once more, and a cross-reference section that points to the old one (ISO 32000-1, 7.5.6 and 12.3.3). Nothing of the
/// file is changed, bytes are only appended.
/// </summary>
internal sealed class PdfUpdate
{
    // ISO 32000-1, 7.5.4.
    private const int EntryLength = 20;

    private readonly string text;
    private readonly string trailer;
    private readonly int oldTable;
    private readonly int firstEntry;

    private PdfUpdate(byte[] file)
    {
        text = Encoding.Latin1.GetString(file);
        var end = text.LastIndexOf("startxref", StringComparison.Ordinal);
        trailer = text[(text.LastIndexOf("trailer", StringComparison.Ordinal) + "trailer".Length)..end].Trim();
        oldTable = Number(text[end..], "startxref");

        // Skia writes one table of all objects, below the lines "xref" and "0 <count>".
        firstEntry = text.IndexOf('\n', text.IndexOf('\n', oldTable) + 1) + 1;
    }

    /// <summary>The file with an outline and a language.</summary>
    /// <param name="file">A PDF as Skia writes it: one classic cross-reference table, no object streams.</param>
    /// <param name="bookmarks">Entries of the outline in the order of the document; none adds no outline.</param>
    /// <param name="language">Language tag such as <c>en-US</c>; null or empty adds none.</param>
    internal static byte[] Apply(byte[] file, IReadOnlyList<Bookmark> bookmarks, string? language) =>
        bookmarks.Count == 0 && string.IsNullOrEmpty(language) ? file : [.. file, .. new PdfUpdate(file).Write(bookmarks, language)];

    private byte[] Write(IReadOnlyList<Bookmark> bookmarks, string? language)
    {
        var (root, size) = (Number(trailer, "/Root "), Number(trailer, "/Size "));
        var catalogue = Read(root);
        var added = string.IsNullOrEmpty(language) ? "" : $"\n/Lang {PdfText.Of(language)}";
        List<string> outline = [];
        if (bookmarks.Count > 0)
        {
            added += $"\n/Outlines {PdfText.Reference(size)}\n/PageMode /UseOutlines";
            outline = [.. new PdfOutline(bookmarks, [.. Pages(Number(catalogue, "/Pages "))], size).Objects];
        }

        var update = new StringBuilder("\n");
        var table = new StringBuilder("xref\n");
        foreach (var (number, body) in outline.Select((body, i) => (size + i, body)).Prepend((root, WithEntries(catalogue, added))))
        {
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{text.Length + update.Length:0000000000} 00000 n \n");
            update.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }

        var newTrailer = trailer.Replace($"/Size {size}", $"/Size {size + outline.Count}", StringComparison.Ordinal);
        table.Append("trailer\n").Append(WithEntries(newTrailer, $"\n/Prev {oldTable}"));
        table.Append(CultureInfo.InvariantCulture, $"\nstartxref\n{text.Length + update.Length}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(update.Append(table).ToString());
    }

    private static string WithEntries(string dictionary, string entries) =>
        dictionary[..dictionary.LastIndexOf(">>", StringComparison.Ordinal)] + entries + ">>";

    // The number behind a name.
    private static int Number(string text, string name) => Regex.Match(text, name + @"\s*(\d+)") is { Success: true } match
        ? int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
        : throw new InvalidOperationException($"The PDF has no '{name}': Skia writes files of another structure than this one expects.");

    // The body of an object between "obj" and "endobj".
    private string Read(int number)
    {
        var offset = int.Parse(text.AsSpan(firstEntry + (number * EntryLength), 10), NumberStyles.None, CultureInfo.InvariantCulture);
        var start = text.IndexOf("obj", offset, StringComparison.Ordinal) + "obj".Length;
        return text[start..text.IndexOf("endobj", start, StringComparison.Ordinal)].Trim();
    }

    // The page tree's leaves in the order of the pages.
    private IEnumerable<int> Pages(int node)
    {
        var kids = Regex.Match(Read(node), @"/Kids \[[^\]]*\]");
        return kids.Success ? Regex.Matches(kids.Value, @"\d+ 0 R").SelectMany(kid => Pages(Number(kid.Value, ""))) : [node];
    }
}
