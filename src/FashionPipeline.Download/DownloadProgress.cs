namespace FashionPipeline.Download;

/// <summary>How far the download of a file is.</summary>
/// <param name="File">The file.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Bytes">Bytes that are here.</param>
/// <param name="Message">What went wrong or is tried next; null while bytes flow.</param>
public sealed record DownloadProgress(RemoteFile File, string Source, long Bytes, string? Message = null);
