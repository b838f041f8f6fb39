namespace FashionPipeline.Pipeline.Store;

/// <summary>Whether a file is still the same, without reading it.</summary>
/// <param name="Bytes">Its length; -1 where it was not there, or was another one.</param>
/// <param name="Ticks">When it was written.</param>
internal readonly record struct FileStamp(long Bytes, long Ticks)
{
    /// <summary>The stamp of a file.</summary>
    public static FileStamp Of(string path) =>
        new FileInfo(path) is { Exists: true } file ? new(file.Length, file.LastWriteTimeUtc.Ticks) : new(-1, 0);

    /// <summary>The stamp of a file that holds a text, taken before it is read; of one that holds another, which fits none.</summary>
    public static FileStamp Of(string path, string content)
    {
        var stamp = Of(path);
        return stamp.Bytes >= 0 && File.ReadAllText(path) == content ? stamp : new(-1, 0);
    }

    /// <summary>True where the file is there and has this stamp.</summary>
    public bool Fits(string path) => Bytes >= 0 && this == Of(path);
}
