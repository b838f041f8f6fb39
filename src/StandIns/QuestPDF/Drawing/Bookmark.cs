namespace QuestPDF.Drawing;

/// <summary>An entry of the outline, as a heading was drawn.</summary>
/// <param name="Level">Level of the heading, from 1.</param>
/// <param name="Title">Text of the heading.</param>
/// <param name="PageIndex">Its page, from 0.</param>
/// <param name="Left">Distance from the page's left edge, in points.</param>
/// <param name="FromBottom">Distance of its upper edge from the page's lower edge, in points.</param>
internal sealed record Bookmark(int Level, string Title, int PageIndex, float Left, float FromBottom);
