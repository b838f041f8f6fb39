namespace QuestPDF.Drawing;

/// <summary>
/// The objects of a structure tree (ISO 32000-1, 14.7): its root, the table that leads from content and links to their elements, then the
/// elements in the order of reading.
/// </summary>
internal sealed class PdfStructure
{
    private readonly Tagging tagging;
    private readonly IReadOnlyList<LinkAnnotation> links;
    private readonly int firstLink;
    private readonly IReadOnlyList<int> pages;
    private readonly int root;
    private readonly List<(StructureElement Element, int Parent)> elements = [];
    private readonly Dictionary<object, int> numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, StructureElement> holders = new(ReferenceEqualityComparer.Instance);

    /// <param name="layout">What was drawn.</param>
    /// <param name="pages">Object number of each page.</param>
    /// <param name="firstLink">Object number of the first link; the others follow it.</param>
    /// <param name="root">Number of the first new object.</param>
    internal PdfStructure(LayoutContext layout, IReadOnlyList<int> pages, int firstLink, int root)
    {
        (tagging, links, this.pages, this.firstLink, this.root) = (layout.Tagging, layout.Links, pages, firstLink, root);
        foreach (var (link, i) in links.Select((link, i) => (link, i)))
        {
            numbers.Add(link, firstLink + i);
        }

        Gather(tagging.Root, root);
    }

    /// <summary>Bodies of the objects, numbered from the root's number on.</summary>
    internal IEnumerable<string> Objects =>
    [
        $"<</Type /StructTreeRoot /K {Reference(tagging.Root)} /ParentTree {PdfText.Reference(root + 1)} "
            + $"/ParentTreeNextKey {pages.Count + links.Count}>>",
        $"<</Nums [{string.Join(' ', Parents())}]>>",
        .. elements.Select(entry => Describe(entry.Element, entry.Parent)),
    ];

    /// <summary>Key of a link in the table; null where it is in no element.</summary>
    internal int? KeyOf(LinkAnnotation link) => holders.ContainsKey(link) ? pages.Count + numbers[link] - firstLink : null;

    private void Gather(StructureElement element, int parent)
    {
        numbers.Add(element, root + 2 + elements.Count);
        elements.Add((element, parent));
        foreach (var kid in element.AllKids)
        {
            if (kid is StructureElement inner)
            {
                Gather(inner, numbers[element]);
            }
            else
            {
                holders.Add(kid, element);
            }
        }
    }

    private IEnumerable<string> Parents() =>
    [
        .. tagging.Owners.Select((owners, page) => $"{page} [{string.Join(' ', owners.Select(Reference))}]"),
        .. links.Where(holders.ContainsKey).Select(link => $"{KeyOf(link)} {Reference(holders[link])}"),
    ];

    private string Describe(StructureElement element, int parent)
    {
        var page = element.AllKids.OfType<MarkedContent>().FirstOrDefault()?.PageIndex;
        string[] kids = [.. element.AllKids.Select(kid => kid switch
        {
            MarkedContent content when content.PageIndex == page => $"{content.Id}",
            MarkedContent content => $"<</Type /MCR /Pg {PdfText.Reference(pages[content.PageIndex])} /MCID {content.Id}>>",
            LinkAnnotation link => $"<</Type /OBJR /Pg {PdfText.Reference(pages[link.PageIndex])} /Obj {Reference(link)}>>",
            _ => Reference(kid),
        })];
        return $"<</Type /StructElem /S /{element.Type} /P {PdfText.Reference(parent)}"
            + (page is { } index ? $" /Pg {PdfText.Reference(pages[index])}" : "")
            + (kids is [var single] ? $" /K {single}" : kids.Length > 0 ? $" /K [{string.Join(' ', kids)}]" : "")
            + (element.Attributes is { } attributes ? $" /A {attributes}" : "")
            + (element.AlternativeText is { } text ? $" /Alt {PdfText.Of(text)}" : "")
            + ">>";
    }

    private string Reference(object kid) => PdfText.Reference(numbers[kid]);
}
