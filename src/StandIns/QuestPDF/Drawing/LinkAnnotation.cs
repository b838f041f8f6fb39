using SkiaSharp;

namespace QuestPDF.Drawing;

/// <summary>An area of a page that leads elsewhere.</summary>
/// <param name="PageIndex">The page, from 0.</param>
/// <param name="Area">The area, in points from the page's lower left corner.</param>
/// <param name="Target">Where to.</param>
/// <param name="Description">Where it leads, in words.</param>
internal sealed record LinkAnnotation(int PageIndex, SKRect Area, LinkTarget Target, string Description) : IStructureKid;
