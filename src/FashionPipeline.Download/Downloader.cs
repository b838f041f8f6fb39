using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Files;

namespace FashionPipeline.Download;

/// <summary>
/// Gets files whose digests are published: from the folder where they are kept, else from the mirror, else from their sources in order.
/// A file is only ever under its final name when its SHA-256 is the published one; it is checked again on every use.
/// </summary>
/// <param name="options">Where files are kept and how patient a download is.</param>
public sealed class Downloader(DownloadOptions options)
{
    private const string PartSuffix = ".part";
    private const string DamagedSuffix = ".damaged";

    /// <summary>Gets all files.</summary>
    /// <param name="set">The files.</param>
    /// <param name="progress">Is told how far it is; may be null.</param>
    /// <param name="cancellationToken">Cancels; what is fetched so far is kept and gone on with next time.</param>
    /// <returns>The files in the order of the set.</returns>
    /// <exception cref="InputException">No source gives a file, or it cannot be written.</exception>
    public async Task<IReadOnlyList<DownloadedFile>> DownloadAsync(
        FileSet set, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        using var http = new HttpSource(options);
        var files = new List<DownloadedFile>();
        foreach (var file in set.Files)
        {
            files.Add(await GetAsync(set, file, http, progress, cancellationToken));
        }

        return files;
    }

    /// <summary>Gets a file of which nothing is known yet, and keeps it nowhere.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>All of it; null where the server has no such file.</returns>
    /// <exception cref="InputException">The server does not give it.</exception>
    public async Task<byte[]?> FetchUnknownAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpSource(options);
        try
        {
            return await http.FetchUnknownAsync(address, cancellationToken);
        }
        catch (SourceFault fault)
        {
            throw new InputException($"{address} cannot be had: {fault.Message}.", fault);
        }
    }

    private async Task<DownloadedFile> GetAsync(
        FileSet set, RemoteFile file, HttpSource http, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var path = Path.Combine(options.Folder, file.Name);
        try
        {
            if (await IsCachedAsync(path, file, progress, cancellationToken))
            {
                return new DownloadedFile(file, path, DownloadedFile.Cache);
            }

            Directory.CreateDirectory(options.Folder);
            return new DownloadedFile(file, path, await FromFirstSourceAsync(set, file, path, http, progress, cancellationToken));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"{file.Name} cannot be kept in {options.Folder}: {fault.Message}\n"
                + "Make room or make the folder writable, or name another one.", fault) { Remedy = Remedy.NameStore };
        }
    }

    private static async Task<bool> IsCachedAsync(
        string path, RemoteFile file, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        if (await Sha256.OfFileAsync(path, cancellationToken) == file.Sha256)
        {
            return true;
        }

        File.Move(path, path + DamagedSuffix, overwrite: true);
        var message = $"{path} was damaged; it was renamed to {file.Name}{DamagedSuffix} and is fetched again";
        progress?.Report(new(file, DownloadedFile.Cache, 0, message));
        return false;
    }

    private async Task<string> FromFirstSourceAsync(
        FileSet set, RemoteFile file, string path, HttpSource http, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        var reasons = new List<string>();
        foreach (var source in Sources(set))
        {
            try
            {
                await FetchAsync(source, file, path + PartSuffix, http, progress, cancellationToken);
                AtomicFile.Publish(path + PartSuffix, path);
                return source;
            }
            catch (SourceFault fault)
            {
                reasons.Add($"  {source}: {fault.Message}");
                progress?.Report(new(file, source, 0, fault.Message));
            }
        }

        throw new InputException(
            $"{file.Name} of {set.Title} cannot be had. "
            + (reasons.Count == 0 ? "The data set names no source.\n" : $"Tried, in order:\n{string.Join('\n', reasons)}\n")
            + "Take the files from a folder or server of yours, or synthetic data, which needs none.") { Remedy = Remedy.GetDataElsewhere };
    }

    private IEnumerable<string> Sources(FileSet set) =>
        (options.Mirror is null ? [] : new[] { options.Mirror }).Concat(set.Sources);

    private static async Task FetchAsync(
        string source, RemoteFile file, string part, HttpSource http, IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(source, UriKind.Absolute, out var address) || address.IsFile)
        {
            var folder = source.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? address!.LocalPath : source;
            await FolderSource.FetchAsync(folder, file, part, cancellationToken);
            await CheckAsync(part, file, cancellationToken);
            return;
        }

        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
        {
            throw new SourceFault($"'{address.Scheme}:' is neither a folder nor an http or https address");
        }

        address = new Uri(source.EndsWith('/') ? address : new Uri(source + "/"), file.Name);
        var resumes = File.Exists(part);
        await FetchOverHttpAsync();
        try
        {
            await CheckAsync(part, file, cancellationToken);
        }
        catch (SourceFault fault) when (resumes)
        {
            // The beginning may have come from another file, in an earlier run or from another source: once more, all of it.
            progress?.Report(new(file, source, 0, $"{fault.Message}; the file is fetched again from its start"));
            await FetchOverHttpAsync();
            await CheckAsync(part, file, cancellationToken);
        }

        Task FetchOverHttpAsync() =>
            http.FetchAsync(
                address, file, part, (bytes, message) => progress?.Report(new(file, source, bytes, message)), cancellationToken);
    }

    private static async Task CheckAsync(string part, RemoteFile file, CancellationToken cancellationToken)
    {
        try
        {
            await Sha256.CheckAsync(part, file, cancellationToken);
        }
        catch (SourceFault)
        {
            File.Delete(part);
            throw;
        }
    }
}
