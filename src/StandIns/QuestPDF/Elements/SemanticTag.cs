using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace QuestPDF.Elements;

/// <summary>Content that means something, over all the pages that it takes.</summary>
/// <param name="type">A standard structure type.</param>
/// <param name="alternativeText">What it shows, for those who cannot see it.</param>
internal class SemanticTag(string type, string? alternativeText = null) : Container
{
    internal override void Draw(LayoutContext context, Size available) =>
        context.Tagging.Within(this, type, () => Content.Draw(context, available), alternativeText, Attributes(context, available));

    // A figure states the space that it takes (ISO 32000-1, 14.8.5.4.3).
    private string? Attributes(LayoutContext context, Size available)
    {
        var (_, left, top) = context.Here;
        return type != "Figure" ? null
            : $"<</O /Layout /Placement /Block /BBox [{PdfText.Of(left)} {PdfText.Of(top - available.Height)} "
                + $"{PdfText.Of(left + available.Width)} {PdfText.Of(top)}]>>";
    }
}
