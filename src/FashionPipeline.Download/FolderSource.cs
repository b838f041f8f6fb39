namespace FashionPipeline.Download;

/// <summary>Takes a file from a folder.</summary>
internal static class FolderSource
{
    private const string Changed = "if it was changed on purpose, add it as a data set again";

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
        RequireLength(folder, file);
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
            throw new SourceFault($"what the folder holds, packed, has {fault.Message}; {Changed}", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            File.Delete(partPath);
            throw new SourceFault($"what the folder holds cannot be packed: {fault.Message}", fault);
        }
    }

    // Before anything is written: a folder may hold all that a disk does.
    private static void RequireLength(string folder, RemoteFile file)
    {
        try
        {
            if (FolderArchive.BytesIn(folder) is var bytes && bytes > file.Bytes)
            {
                throw new SourceFault($"the folder holds {bytes} bytes, more than the {file.Bytes} of {file.Name}; {Changed}");
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SourceFault($"the folder cannot be read: {fault.Message}", fault);
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
