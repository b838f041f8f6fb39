namespace QuestPDF.Drawing;

/// <summary>What is drawn between two marks of a page.</summary>
/// <param name="PageIndex">The page, from 0.</param>
/// <param name="Id">Its number among the page's contents that mean something, from 0.</param>
internal sealed record MarkedContent(int PageIndex, int Id) : IStructureKid;
