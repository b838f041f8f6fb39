namespace FashionPipeline.Data.Download;

/// <summary>Why a source did not give a file; the downloader goes on to the next source.</summary>
internal sealed class SourceFault(string message, Exception? cause = null) : Exception(message, cause);
