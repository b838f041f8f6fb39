namespace FashionPipeline.Download;

/// <summary>Takes a file from a folder.</summary>
internal static class FolderSource
{
    /// <summary>
    /// Copies <paramref name="file"/> to <paramref name="partPath"/>, which stays as it is unless the folder has the right bytes. An
    /// archive that the folder lacks is packed of what the folder holds.
    /// </summary>
    /// <exception cref="SourceFault">The folder did not give the file.</exception>
    public static async Task FetchAsync(string folder, RemoteFile file, string partPath, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, file.Name);
        if (!Directory.Exists(folder))
        {
            throw new SourceFault("there is no such folder");
        }

        if (!File.Exists(path) && FolderArchive.IsName(file.Name) && FolderArchive.IsIn(folder))
        {
            await PackAsync(folder, file, partPath, cancellationToken);
            return;
        }

        if (!File.Exists(path))
        {
            throw new SourceFault($"the folder has no file {file.Name}");
        }

        await using var source = await OpenAsync(path, file, cancellationToken);

        // File.Copy would take over the mode too, and the copy of a read-only file could not be flushed.
        await using var part = new FileStream(partPath, FileMode.Create, FileAccess.Write);
        await source.CopyToAsync(part, cancellationToken);
    }

    private static async Task PackAsync(string folder, RemoteFile file, string partPath, CancellationToken cancellationToken)
    {
        try
        {
            await using (var part = new FileStream(partPath, FileMode.Create, FileAccess.ReadWrite))
            {
                FolderArchive.Write(folder, part);
            }

            await Sha256.CheckAsync(partPath, file, cancellationToken);
        }
        catch (SourceFault fault)
        {
            File.Delete(partPath);
            throw new SourceFault(
                $"what the folder holds, packed, has {fault.Message}; if it was changed on purpose, add it as a data set again", fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new SourceFault($"a file cannot be read: {fault.Message}", fault);
        }
    }

    private static async Task<FileStream> OpenAsync(string path, RemoteFile file, CancellationToken cancellationToken)
    {
        try
        {
            await Sha256.CheckAsync(path, file, cancellationToken);
            return File.OpenRead(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SourceFault($"{file.Name} cannot be read: {fault.Message}", fault);
        }
    }
}
