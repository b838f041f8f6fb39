namespace FashionPipeline.Pipeline.Store;

/// <summary>Tells by a file's length and time whether it is still the same, without reading it.</summary>
internal static class FileStamp
{
    /// <summary>The stamp of a file; null where it is not there.</summary>
    public static string? Of(string path) =>
        new FileInfo(path) is { Exists: true } file ? FormattableString.Invariant($"{file.Length} {file.LastWriteTimeUtc.Ticks}") : null;

    /// <summary>The stamp of a file that holds a text, taken before it is read; null where it holds another.</summary>
    public static string? Of(string path, string content)
    {
        var stamp = Of(path);
        return stamp is not null && File.ReadAllText(path) == content ? stamp : null;
    }

    /// <summary>True where a file is there and has this stamp.</summary>
    public static bool Fits(string? stamp, string path) => stamp is not null && stamp == Of(path);
}
