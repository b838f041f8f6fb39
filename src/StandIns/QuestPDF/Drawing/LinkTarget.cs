namespace QuestPDF.Drawing;

/// <summary>Where a link leads.</summary>
/// <param name="Name">A section of the document, or an address elsewhere.</param>
/// <param name="IsAddress">Whether it is an address.</param>
internal sealed record LinkTarget(string Name, bool IsAddress = false);
