using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>Adds page sets to a document.</summary>
public static class PageExtensions
{
    /// <summary>Adds a set of pages: as many as its content needs.</summary>
    public static IDocumentContainer Page(this IDocumentContainer document, Action<PageDescriptor> handler)
    {
        var page = new PageElement();
        handler(new PageDescriptor(page));
        ((DocumentContainer)document).Pages.Add(page);
        return document;
    }
}

internal sealed class DocumentContainer : IDocumentContainer
{
    internal List<PageElement> Pages { get; } = [];
}
