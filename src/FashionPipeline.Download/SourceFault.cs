namespace FashionPipeline.Download;

/// <summary>Why a source did not give a file; the downloader goes on to the next source.</summary>
internal sealed class SourceFault(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>True where the same source may give the file a moment later.</summary>
    public bool MayPass { get; init; }
}
