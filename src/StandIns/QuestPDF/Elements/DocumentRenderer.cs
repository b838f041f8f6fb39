using QuestPDF.Drawing;
using QuestPDF.Drawing.Exceptions;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Elements;

/// <summary>Draws page sets in two passes: the first counts pages and finds sections, the second knows them.</summary>
internal static class DocumentRenderer
{
    private const int MaximumPages = 10_000;

    /// <param name="pages">What to draw.</param>
    /// <param name="beginPage">Gives the canvas of the next page.</param>
    /// <param name="endPage">Ends the page.</param>
    /// <returns>What the second pass found.</returns>
    internal static LayoutContext Render(IReadOnlyList<PageElement> pages, Func<Size, SKCanvas> beginPage, Action endPage)
    {
        foreach (var page in pages)
        {
            page.InheritTextStyle(TextStyle.LibraryDefault);
        }

        using var nowhere = new SKNoDrawCanvas((int)Size.Infinity, (int)Size.Infinity);
        var first = new LayoutContext();
        Pass(pages, first, _ => nowhere, () => { });
        var second = new LayoutContext { TotalPages = first.PageNumber, KnownSections = first.Sections };
        Pass(pages, second, beginPage, endPage);
        return second;
    }

    private static void Pass(IReadOnlyList<PageElement> pages, LayoutContext context, Func<Size, SKCanvas> beginPage, Action endPage)
    {
        foreach (var page in pages)
        {
            page.Reset();
            SpacePlan plan;
            do
            {
                context.PageNumber++;
                plan = page.Measure(context, page.Size);
                if (plan.Type == SpacePlanType.Wrap || context.PageNumber > MaximumPages)
                {
                    throw new DocumentLayoutException(
                        $"The provided document content contains conflicting size constraints. On page {context.PageNumber}: "
                        + (plan.Type == SpacePlanType.Wrap ? plan.Reason : "the content never ends."));
                }

                context.Canvas = beginPage(page.Size);
                context.PageHeight = page.Size.Height;
                context.Tagging.BeginPage();
                page.Draw(context, page.Size);
                endPage();
            }
            while (plan.Type == SpacePlanType.PartialRender);
        }
    }
}
