using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>A document described by a callback.</summary>
public sealed class Document : IDocument
{
    private readonly Action<IDocumentContainer> _handler;
    private DocumentMetadata _metadata = DocumentMetadata.Default;
    private DocumentSettings _settings = DocumentSettings.Default;

    private Document(Action<IDocumentContainer> handler) => _handler = handler;

    /// <summary>A document whose page sets <paramref name="handler"/> adds.</summary>
    public static Document Create(Action<IDocumentContainer> handler) => new(handler);

    /// <summary>Sets title, author and the like; <c>null</c> keeps the old ones.</summary>
    public Document WithMetadata(DocumentMetadata metadata)
    {
        _metadata = metadata ?? _metadata;
        return this;
    }

    /// <summary>Sets how the file is written; <c>null</c> keeps the old settings.</summary>
    public Document WithSettings(DocumentSettings settings)
    {
        _settings = settings ?? _settings;
        return this;
    }

    /// <inheritdoc/>
    public DocumentMetadata GetMetadata() => _metadata;

    /// <inheritdoc/>
    public DocumentSettings GetSettings() => _settings;

    /// <inheritdoc/>
    public void Compose(IDocumentContainer container) => _handler(container);
}
