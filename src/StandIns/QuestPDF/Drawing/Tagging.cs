using SkiaSharp;

namespace QuestPDF.Drawing;

/// <summary>
/// What a pass draws, and what it means. Elements say where they are in the structure tree, and before they draw, what the
/// drawing belongs to: to an element of the tree, or to none as an artifact (ISO 32000-1, 14.8.2.2). Skia's bindings cannot
/// write marked content; so a mark is drawn, a rectangle that nothing else draws, and <see cref="PdfMarks"/> puts the operator of
/// <see cref="Pages"/> in its place.
/// </summary>
internal sealed class Tagging
{
    private const string Layout = "/Artifact <</Type /Layout>> BDC";

    private readonly Dictionary<(object Owner, string Type), StructureElement> elements = [];
    private readonly List<List<string>> pages = [];
    private readonly List<List<StructureElement>> owners = [];

    private StructureElement current;

    // What is drawn in place of an element of the tree; null within the tree.
    private string? artifact;

    // What the last mark of the page is of.
    private object? marked;

    internal Tagging() => current = Root;

    internal StructureElement Root { get; } = new("Document");

    /// <summary>The operators that begin the marked content of each page, in the order of drawing.</summary>
    internal IReadOnlyList<IReadOnlyList<string>> Pages => pages;

    /// <summary>For each page, the elements that its marked content belongs to, by the content's id.</summary>
    internal IReadOnlyList<IReadOnlyList<StructureElement>> Owners => owners;

    /// <summary>The element that is being drawn; null within an artifact.</summary>
    internal StructureElement? Current => artifact is null ? current : null;

    internal void BeginPage()
    {
        pages.Add([]);
        owners.Add([]);
        marked = null;
    }

    /// <summary>Draws within an element of the tree: the owner's one of this type, which is added where it is drawn first.</summary>
    internal void Within(object owner, string type, Action draw, string? alternativeText = null, string? attributes = null)
    {
        if (artifact is not null)
        {
            draw();
            return;
        }

        if (!elements.TryGetValue((owner, type), out var element))
        {
            element = new StructureElement(type) { AlternativeText = alternativeText, Attributes = attributes };
            elements.Add((owner, type), element);
            current.Kids.Add(element);
        }

        var outer = current;
        current = element;
        draw();
        current = outer;
    }

    /// <summary>Draws what is repeated on pages and means nothing.</summary>
    /// <param name="subtype">Such as <c>Header</c>; null for none.</param>
    /// <param name="draw">Draws it.</param>
    internal void WithinPagination(string? subtype, Action draw)
    {
        var outer = artifact;
        artifact = $"/Artifact <</Type /Pagination{(subtype is null ? "" : $" /Subtype /{subtype}")}>> BDC";
        draw();
        artifact = outer;
    }

    /// <summary>Says that what is drawn next is content of the current element.</summary>
    internal void Content(SKCanvas canvas)
    {
        if (artifact is not null || current.IsGroup)
        {
            Decoration(canvas);
        }
        else if (!ReferenceEquals(marked, current))
        {
            var content = new MarkedContent(pages.Count - 1, owners[^1].Count);
            current.Kids.Add(content);
            owners[^1].Add(current);
            Mark(canvas, current, $"/{current.Type} <</MCID {content.Id}>> BDC");
        }
    }

    /// <summary>Says that what is drawn next means nothing: rules, backgrounds.</summary>
    internal void Decoration(SKCanvas canvas)
    {
        var kind = artifact ?? Layout;
        if (!kind.Equals(marked))
        {
            Mark(canvas, kind, kind);
        }
    }

    /// <summary>Adds a link to the current element.</summary>
    internal void Add(LinkAnnotation link) => Current?.Kids.Add(link);

    private void Mark(SKCanvas canvas, object of, string begin)
    {
        marked = of;
        pages[^1].Add(begin);
        PdfMarks.Draw(canvas);
    }
}
