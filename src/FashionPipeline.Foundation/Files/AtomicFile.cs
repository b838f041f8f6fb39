namespace FashionPipeline.Foundation.Files;

/// <summary>Writes a file so that under its name there is either all of it or what was there before.</summary>
public static class AtomicFile
{
    /// <summary>Writes <paramref name="bytes"/> beside <paramref name="path"/>, flushes and renames; makes a missing folder.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
