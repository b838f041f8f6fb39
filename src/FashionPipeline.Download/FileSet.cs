namespace FashionPipeline.Download;

/// <summary>Files that belong together, and where they are published.</summary>
public sealed record FileSet
{
    /// <summary>Name for readers: <c>Fashion-MNIST</c>.</summary>
    public required string Title { get; init; }

    /// <summary>The files.</summary>
    public required IReadOnlyList<RemoteFile> Files { get; init; }

    /// <summary>Folders and base URLs in the order in which they are tried; a file's name is appended to each.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}
