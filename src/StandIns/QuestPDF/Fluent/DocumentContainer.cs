using QuestPDF.Elements;
using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

internal sealed class DocumentContainer : IDocumentContainer
{
    internal List<PageElement> Pages { get; } = [];
}
