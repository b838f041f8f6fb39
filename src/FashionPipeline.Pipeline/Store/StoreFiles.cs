namespace FashionPipeline.Pipeline.Store;

/// <summary>Lists the store's files, and puts the damaged ones aside.</summary>
internal static class StoreFiles
{
    private static readonly EnumerationOptions WithinTheStore =
        new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Moves a damaged file out of the way.</summary>
    /// <exception cref="IOException">It cannot be moved.</exception>
    public static void Quarantine(StoreLayout layout, string path)
    {
        Directory.CreateDirectory(layout.Quarantine);
        File.Move(path, layout.Quarantined(Path.GetFileName(path)), overwrite: true);
    }

    /// <summary>All files below a folder of the store, sorted. No link is followed: what it leads to is not the store's.</summary>
    /// <param name="folder">The folder; where it is missing there are none.</param>
    /// <exception cref="IOException">The folder is a link.</exception>
    public static IReadOnlyList<string> In(string folder)
    {
        var subfolder = new DirectoryInfo(folder);
        if (subfolder.LinkTarget is not null)
        {
            throw new IOException($"{subfolder.FullName} is a link.");
        }

        return subfolder.Exists ? [.. Directory.EnumerateFiles(subfolder.FullName, "*", WithinTheStore).Order(StringComparer.Ordinal)] : [];
    }
}
