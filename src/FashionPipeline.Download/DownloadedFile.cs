namespace FashionPipeline.Download;

/// <summary>A file on this machine, its digest checked.</summary>
/// <param name="File">What it is.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Source">Where it came from in this run: <c>cache</c>, or the mirror or URL that had it.</param>
public sealed record DownloadedFile(RemoteFile File, string Path, string Source)
{
    /// <summary>The <see cref="Source"/> of a file that was there already.</summary>
    public const string Cache = "cache";
}
