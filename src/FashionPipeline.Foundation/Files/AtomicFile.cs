using System.Collections.Concurrent;

namespace FashionPipeline.Foundation.Files;

/// <summary>Writes a file so that under its name there is either all of it or what was there before.</summary>
public static class AtomicFile
{
    private const string TemporaryEnding = ".tmp";

    private static readonly ConcurrentDictionary<string, bool> UnderWay = new(StringComparer.Ordinal);
    private static volatile bool isStopped;

    /// <summary>
    /// Writes <paramref name="bytes"/> beside <paramref name="path"/>, flushes them to disk, renames, and flushes the folder, which is made
    /// where it is missing.
    /// </summary>
    /// <exception cref="IOException">It cannot be written, or the disk has not taken it; what was there before is still there.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var temporary = $"{path}.{Guid.NewGuid():N}{TemporaryEnding}";
        try
        {
            UnderWay[temporary] = true;
            using (var file = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                RandomAccess.Write(file, bytes, fileOffset: 0);
            }

            Publish(temporary, path);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
        finally
        {
            UnderWay.TryRemove(temporary, out _);
            if (isStopped)
            {
                File.Delete(temporary);
            }
        }
    }

    /// <summary>Writes what is found out again where it is missing: nothing, where nothing can be written at all.</summary>
    /// <exception cref="IOException">It cannot be written, though its folder is no read-only one.</exception>
    public static void WriteWhereAllowed(string path, ReadOnlySpan<byte> bytes)
    {
        try
        {
            Write(path, bytes);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException || (fault is IOException && IsReadOnly(fault)))
        {
        }
    }

    // What systems say of a file system that cannot be written to: EROFS on Unix, write protection on Windows.
    private static bool IsReadOnly(Exception fault) => fault.HResult is 30 or unchecked((int)0x80070013);

    /// <summary>Flushes a file that is whole to disk, gives it its final name in the same folder, and flushes the folder.</summary>
    /// <param name="temporary">Where it is.</param>
    /// <param name="path">Its final name; what is there is replaced.</param>
    /// <exception cref="IOException">The disk has not taken it; what was there before is still there.</exception>
    public static void Publish(string temporary, string path)
    {
        using (var file = File.OpenHandle(temporary, FileMode.Open, FileAccess.ReadWrite))
        {
            DiskFlush.OfFile(file, path);
        }

        File.Move(temporary, path, overwrite: true);
        DiskFlush.OfFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>True for the name of a file that was not finished.</summary>
    public static bool IsTemporary(string path) => path.EndsWith(TemporaryEnding, StringComparison.Ordinal);

    /// <summary>Removes what is being written: for a process that is about to end.</summary>
    public static void Abandon()
    {
        isStopped = true;
        foreach (var temporary in UnderWay.Keys)
        {
            File.Delete(temporary);
        }
    }
}
