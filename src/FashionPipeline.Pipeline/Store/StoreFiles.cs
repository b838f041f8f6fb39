namespace FashionPipeline.Pipeline.Store;

/// <summary>Lists the store's files.</summary>
internal static class StoreFiles
{
    private static readonly EnumerationOptions WithinTheStore =
        new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

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
