using QuestPDF.Infrastructure;

namespace QuestPDF.Fluent;

/// <summary>A document described by a callback.</summary>
public sealed class Document
{
    private Document(Action<IDocumentContainer> handler) => Compose = handler;

    internal Action<IDocumentContainer> Compose { get; }

    internal DocumentMetadata Metadata { get; private set; } = new();

    internal DocumentSettings Settings { get; private set; } = new();

    /// <summary>A document whose page sets <paramref name="handler"/> adds.</summary>
    public static Document Create(Action<IDocumentContainer> handler) => new(handler);

    /// <summary>Sets title, author and the like.</summary>
    public Document WithMetadata(DocumentMetadata metadata)
    {
        Metadata = metadata;
        return this;
    }

    /// <summary>Sets how the file is written.</summary>
    public Document WithSettings(DocumentSettings settings)
    {
        Settings = settings;
        return this;
    }
}
