using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace QuestPDF.Drawing;

/// <summary>
/// Adds what Skia's bindings cannot write, an outline and the language, as an incremental update: new objects, the catalogue
/// once more, and a cross-reference section that points to the old one (ISO 32000-1, 7.5.6 and 12.3.3). Nothing of the
/// file is changed, bytes are only appended.
/// </summary>
internal sealed partial class PdfUpdate
{
    private readonly byte[] file;
    private readonly string text;
    private readonly int oldTable;
    private readonly Dictionary<int, int> offsets = [];
    private readonly string trailer;
    private readonly SortedDictionary<int, string> objects = [];
    private int size;

    private PdfUpdate(byte[] file)
    {
        this.file = file;
        text = Encoding.Latin1.GetString(file);
        var end = text.LastIndexOf("startxref", StringComparison.Ordinal);
        oldTable = Number(Find(StartOfTable(), text[end..]));
        var start = text.LastIndexOf("trailer", StringComparison.Ordinal);
        trailer = text[(start + "trailer".Length)..end].Trim();
        size = Number(Find(SizeEntry(), trailer));
        foreach (Match entry in TableEntry().Matches(text[oldTable..start]))
        {
            // Skia writes one table of all objects; object 0 is the head of the free ones.
            offsets.Add(offsets.Count, Number(entry));
        }
    }

    /// <summary>The file with an outline and a language.</summary>
    /// <param name="file">A PDF as Skia writes it: one classic cross-reference table, no object streams.</param>
    /// <param name="bookmarks">Entries of the outline in the order of the document; none adds no outline.</param>
    /// <param name="language">Language tag such as <c>en-US</c>; null or empty adds none.</param>
    internal static byte[] Apply(byte[] file, IReadOnlyList<Bookmark> bookmarks, string? language)
    {
        if (bookmarks.Count == 0 && string.IsNullOrEmpty(language))
        {
            return file;
        }

        var update = new PdfUpdate(file);
        var root = Number(Find(RootEntry(), update.trailer));
        var catalogue = update.Read(root);
        var added = string.IsNullOrEmpty(language) ? "" : $"\n/Lang {PdfText.Of(language)}";
        if (bookmarks.Count > 0)
        {
            var pages = update.Pages(Number(Find(PagesEntry(), catalogue)));
            var outline = new PdfOutline(bookmarks, pages, update.size);
            foreach (var item in outline.Objects)
            {
                update.objects.Add(update.size++, item);
            }

            added += $"\n/Outlines {PdfText.Reference(outline.Root)}\n/PageMode /UseOutlines";
        }

        update.objects.Add(root, WithEntries(catalogue, added));
        return update.Write();
    }

    private static string WithEntries(string dictionary, string entries) =>
        dictionary[..dictionary.LastIndexOf(">>", StringComparison.Ordinal)] + entries + ">>";

    private static Match Find(Regex pattern, string text) => pattern.Match(text) is { Success: true } match
        ? match
        : throw new InvalidOperationException($"The PDF has no '{pattern}': Skia writes files of another structure than this one expects.");

    private static int Number(Match match) => int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // The body of an object between "obj" and "endobj".
    private string Read(int number)
    {
        var start = text.IndexOf("obj", offsets[number], StringComparison.Ordinal) + "obj".Length;
        return text[start..text.IndexOf("endobj", start, StringComparison.Ordinal)].Trim();
    }

    // The page tree's leaves in the order of the pages.
    private List<int> Pages(int node)
    {
        var kids = Kids().Match(Read(node));
        return kids.Success ? [.. ObjectReference().Matches(kids.Value).SelectMany(kid => Pages(Number(kid)))] : [node];
    }

    private byte[] Write()
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        Append(stream, "\n");
        var table = new StringBuilder("xref\n");
        foreach (var (number, body) in objects)
        {
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{stream.Position:0000000000} 00000 n \n");
            Append(stream, string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n"));
        }

        var start = stream.Position;
        var newTrailer = SizeEntry().Replace(trailer, string.Create(CultureInfo.InvariantCulture, $"/Size {size}"));
        table.Append("trailer\n").Append(WithEntries(newTrailer, string.Create(CultureInfo.InvariantCulture, $"\n/Prev {oldTable}")));
        table.Append(CultureInfo.InvariantCulture, $"\nstartxref\n{start}\n%%EOF\n");
        Append(stream, table.ToString());
        return stream.ToArray();
    }

    private static void Append(MemoryStream stream, string text) => stream.Write(Encoding.Latin1.GetBytes(text));

    [GeneratedRegex(@"startxref\s+(\d+)")]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"/Size (\d+)")]
    private static partial Regex SizeEntry();

    [GeneratedRegex(@"/Root (\d+) 0 R")]
    private static partial Regex RootEntry();

    [GeneratedRegex(@"/Pages (\d+) 0 R")]
    private static partial Regex PagesEntry();

    [GeneratedRegex(@"(\d{10}) \d{5} [nf]")]
    private static partial Regex TableEntry();

    [GeneratedRegex(@"/Kids \[[^\]]*\]")]
    private static partial Regex Kids();

    [GeneratedRegex(@"(\d+) 0 R")]
    private static partial Regex ObjectReference();
}
