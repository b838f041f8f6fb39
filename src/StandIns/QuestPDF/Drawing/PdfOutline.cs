namespace QuestPDF.Drawing;

/// <summary>The objects of an outline: its root, then one for each bookmark; all entries are open.</summary>
/// <param name="bookmarks">The entries in the order of the document.</param>
/// <param name="pages">Object number of each page.</param>
/// <param name="root">Number of the first new object.</param>
internal sealed class PdfOutline(IReadOnlyList<Bookmark> bookmarks, IReadOnlyList<int> pages, int root)
{
    // Index of the bookmark above each, the nearest before it that is of a higher rank; -1 for the root.
    private readonly List<int> parents =
        [.. bookmarks.Select((bookmark, i) => bookmarks.Take(i).ToList().FindLastIndex(other => other.Level < bookmark.Level))];

    /// <summary>Bodies of the objects, numbered from the root's number on.</summary>
    internal IEnumerable<string> Objects => bookmarks.Select(Item).Prepend($"<</Type /Outlines{Children(-1)}>>");

    private string Item(Bookmark bookmark, int index)
    {
        var siblings = ChildrenOf(parents[index]);
        var place = siblings.IndexOf(index);
        return $"<</Title {PdfText.Of(bookmark.Title)}\n/Parent {Reference(parents[index])}"
            + (place > 0 ? $"\n/Prev {Reference(siblings[place - 1])}" : "")
            + (place < siblings.Count - 1 ? $"\n/Next {Reference(siblings[place + 1])}" : "")
            + Children(index)
            + $"\n/Dest {bookmark.Place.Write(pages)}>>";
    }

    private string Children(int parent) => ChildrenOf(parent) is [var first, ..] children
        ? $"\n/First {Reference(first)}\n/Last {Reference(children[^1])}\n/Count {Descendants(parent)}"
        : "";

    private List<int> ChildrenOf(int parent) => [.. Enumerable.Range(0, parents.Count).Where(index => parents[index] == parent)];

    private int Descendants(int parent) => ChildrenOf(parent).Sum(child => 1 + Descendants(child));

    private string Reference(int index) => PdfText.Reference(root + 1 + index);
}
