namespace QuestPDF.Drawing;

/// <summary>A part of the structure tree: what a piece of the document means, whatever page it is on (ISO 32000-1, 14.7.2).</summary>
/// <param name="type">A standard structure type (14.8.4), such as <c>P</c>.</param>
internal sealed class StructureElement(string type) : IStructureKid
{
    // Types that hold other elements alone: text within them is a paragraph, drawings are decoration.
    private static readonly HashSet<string> Groups =
        [Place, "Document", "Div", "TOC", "TOCI", "L", "LI", "Table", "THead", "TBody", "TR"];

    /// <summary>In place of a type: what it is made of is read in its place, as if it were not there.</summary>
    internal const string Place = "";

    internal string Type { get; } = type;

    /// <summary>What it shows, for those who cannot see it; null where its text says it.</summary>
    internal string? AlternativeText { get; init; }

    /// <summary>Its attributes as a dictionary of a PDF (14.8.5); null for none.</summary>
    internal string? Attributes { get; init; }

    /// <summary>What it is made of, in the order of reading.</summary>
    internal List<IStructureKid> Kids { get; } = [];

    /// <summary>The same without places.</summary>
    internal IEnumerable<IStructureKid> AllKids =>
        Kids.SelectMany(kid => kid is StructureElement { Type: Place } place ? place.AllKids : [kid]);

    internal bool IsGroup => Groups.Contains(Type);
}
