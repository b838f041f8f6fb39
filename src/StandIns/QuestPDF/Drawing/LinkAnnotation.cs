using SkiaSharp;

namespace QuestPDF.Drawing;

/// <summary>An area of a page that leads to a section.</summary>
/// <param name="PageIndex">The page, from 0.</param>
/// <param name="Area">The area, in points from the page's lower left corner.</param>
/// <param name="Section">Name of the section.</param>
/// <param name="Description">Where it leads, in words.</param>
internal sealed record LinkAnnotation(int PageIndex, SKRect Area, string Section, string Description) : IStructureKid;
