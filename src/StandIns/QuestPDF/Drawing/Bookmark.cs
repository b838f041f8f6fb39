namespace QuestPDF.Drawing;

/// <summary>An entry of the outline, as a heading was drawn.</summary>
/// <param name="Level">Level of the heading, from 1.</param>
/// <param name="Title">Text of the heading.</param>
/// <param name="Place">Its upper left corner.</param>
internal sealed record Bookmark(int Level, string Title, Destination Place);
