using System.Globalization;

namespace QuestPDF.Drawing;

/// <summary>The objects of an outline: its root, then one for each bookmark; all entries are open.</summary>
internal sealed class PdfOutline
{
    private readonly IReadOnlyList<Bookmark> bookmarks;
    private readonly IReadOnlyList<int> pages;

    // Index of the bookmark above each, -1 for the root.
    private readonly int[] parents;

    /// <param name="bookmarks">The entries in the order of the document.</param>
    /// <param name="pages">Object number of each page.</param>
    /// <param name="root">Number of the first new object.</param>
    internal PdfOutline(IReadOnlyList<Bookmark> bookmarks, IReadOnlyList<int> pages, int root)
    {
        (this.bookmarks, this.pages, Root) = (bookmarks, pages, root);
        parents = [.. Enumerable.Range(0, bookmarks.Count).Select(ParentOf)];
    }

    /// <summary>Object number of the outline.</summary>
    internal int Root { get; }

    /// <summary>Bodies of the objects, numbered from <see cref="Root"/> on.</summary>
    internal IEnumerable<string> Objects =>
        [$"<</Type /Outlines{Children(-1)}>>", .. Enumerable.Range(0, bookmarks.Count).Select(Item)];

    private string Item(int index)
    {
        var bookmark = bookmarks[index];
        var siblings = ChildrenOf(parents[index]);
        var place = siblings.IndexOf(index);
        return $"<</Title {PdfText.Of(bookmark.Title)}\n/Parent {Reference(parents[index])}"
            + (place > 0 ? $"\n/Prev {Reference(siblings[place - 1])}" : "")
            + (place < siblings.Count - 1 ? $"\n/Next {Reference(siblings[place + 1])}" : "")
            + Children(index)
            + $"\n/Dest [{PdfText.Reference(pages[bookmark.PageIndex])} /XYZ {PdfText.Of(bookmark.Left)} {PdfText.Of(bookmark.FromBottom)} null]>>";
    }

    private string Children(int parent)
    {
        var children = ChildrenOf(parent);
        return children.Count == 0
            ? ""
            : $"\n/First {Reference(children[0])}\n/Last {Reference(children[^1])}\n/Count {Descendants(parent).ToString(CultureInfo.InvariantCulture)}";
    }

    private List<int> ChildrenOf(int parent) => [.. Enumerable.Range(0, bookmarks.Count).Where(index => parents[index] == parent)];

    private int Descendants(int parent) => ChildrenOf(parent).Sum(child => 1 + Descendants(child));

    private string Reference(int index) => PdfText.Reference(Root + 1 + index);

    // The nearest bookmark before it that is of a higher rank.
    private int ParentOf(int index)
    {
        var parent = index - 1;
        while (parent >= 0 && bookmarks[parent].Level >= bookmarks[index].Level)
        {
            parent--;
        }

        return parent;
    }
}
