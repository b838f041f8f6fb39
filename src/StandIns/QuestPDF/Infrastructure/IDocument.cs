namespace QuestPDF.Infrastructure;

/// <summary>A document that can be generated.</summary>
public interface IDocument
{
    /// <summary>Title, author and the like.</summary>
    DocumentMetadata GetMetadata();

    /// <summary>How the file is written.</summary>
    DocumentSettings GetSettings();

    /// <summary>Adds the page sets.</summary>
    void Compose(IDocumentContainer container);
}
