using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>A document described by a callback.</summary>
public sealed class Document : IDocument
{
    private readonly Action<IDocumentContainer> compose;
    private DocumentMetadata metadata = new();
    private DocumentSettings settings = new();

    private Document(Action<IDocumentContainer> handler) => compose = handler;

    /// <summary>A document whose page sets <paramref name="handler"/> adds.</summary>
    public static Document Create(Action<IDocumentContainer> handler) => new(handler);

    /// <summary>Sets title, author and the like.</summary>
    public Document WithMetadata(DocumentMetadata metadata)
    {
        this.metadata = metadata;
        return this;
    }

    /// <summary>Sets how the file is written.</summary>
    public Document WithSettings(DocumentSettings settings)
    {
        this.settings = settings;
        return this;
    }

    /// <inheritdoc/>
    public DocumentMetadata GetMetadata() => metadata;

    /// <inheritdoc/>
    public DocumentSettings GetSettings() => settings;

    /// <inheritdoc/>
    public void Compose(IDocumentContainer container) => compose(container);
}
