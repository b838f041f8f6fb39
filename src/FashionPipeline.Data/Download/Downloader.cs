namespace FashionPipeline.Data.Download;

/// <summary>
/// Gets a data set's files: from the cache, else from the mirror, else from the data set's sources in order. A file is only ever
/// under its final name when its SHA-256 is the published one; it is checked again on every use.
/// </summary>
/// <param name="options">Where files are kept and how patient a download is.</param>
public sealed class Downloader(DownloadOptions options)
{
    private const string PartSuffix = ".part";

    /// <summary>Gets all files.</summary>
    /// <param name="dataSet">The data set.</param>
    /// <param name="progress">Is told how far it is; may be null.</param>
    /// <param name="cancellationToken">Cancels; what is fetched so far is kept and gone on with next time.</param>
    /// <returns>The files in the data set's order.</returns>
    /// <exception cref="InputException">No source gives a file, or it cannot be written.</exception>
    public async Task<IReadOnlyList<DownloadedFile>> DownloadAsync(
        DataSet dataSet, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        using var http = new HttpSource(options);
        var files = new List<DownloadedFile>();
        foreach (var file in dataSet.Files)
        {
            files.Add(await GetAsync(dataSet, file, http, progress, cancellationToken));
        }

        return files;
    }

    private async Task<DownloadedFile> GetAsync(
        DataSet dataSet, DataFile file, HttpSource http, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var path = Path.Combine(options.CacheFolder, dataSet.Name, file.Name);
        if (File.Exists(path))
        {
            if (await Sha256.OfFileAsync(path, cancellationToken) == file.Sha256)
            {
                return new DownloadedFile(file, path, DownloadedFile.Cache);
            }

            File.Move(path, path + ".damaged", overwrite: true);
            progress?.Report(new(file, DownloadedFile.Cache, 0, $"{path} was damaged; it was renamed to {file.Name}.damaged and is fetched again"));
        }

        var reasons = new List<string>();
        foreach (var source in Sources(dataSet))
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await FetchAsync(source, file, path, http, progress, cancellationToken);
                return new DownloadedFile(file, path, source);
            }
            catch (SourceFault fault)
            {
                reasons.Add($"  {source}: {fault.Message}");
                progress?.Report(new(file, source, 0, fault.Message));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw new InputException(
                    $"{file.Name} cannot be written to {Path.GetDirectoryName(path)}: {fault.Message}\n"
                    + "Make room or make the folder writable, or name another one: FASHION_PIPELINE_CACHE=FOLDER ./build.sh ...", fault);
            }
        }

        throw new InputException(
            $"{file.Name} of {dataSet.Title} cannot be had. Tried, in order:\n{string.Join('\n', reasons)}\n"
            + "Two ways on:\n"
            + "  ./build.sh --mirror DIR_OR_URL            takes the files from a folder or server of yours (also FASHION_MNIST_MIRROR)\n"
            + "  ./build.sh --experiment quickstart        needs no network: small synthetic data");
    }

    private IEnumerable<string> Sources(DataSet dataSet) =>
        (options.Mirror is null ? [] : new[] { options.Mirror }).Concat(dataSet.Sources.Select(source => source.AbsoluteUri));

    private static async Task FetchAsync(
        string source, DataFile file, string path, HttpSource http, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var part = path + PartSuffix;
        if (Uri.TryCreate(source, UriKind.Absolute, out var address) && !address.IsFile)
        {
            var fileAddress = new Uri(source.EndsWith('/') ? address : new Uri(source + "/"), file.Name);
            await http.FetchAsync(fileAddress, file, part, bytes => progress?.Report(new(file, source, bytes)), cancellationToken);
        }
        else
        {
            Copy(source, file, part);
        }

        var found = await Sha256.OfFileAsync(part, cancellationToken);
        if (found != file.Sha256)
        {
            var length = new FileInfo(part).Length;
            File.Delete(part);
            throw new SourceFault(FormattableString.Invariant(
                $"wrong bytes: found SHA-256 {found} ({length} bytes), expected {file.Sha256} ({file.Bytes} bytes)"));
        }

        using (var handle = File.OpenHandle(part, FileMode.Open, FileAccess.ReadWrite))
        {
            RandomAccess.FlushToDisk(handle);
        }

        File.Move(part, path, overwrite: true);
    }

    private static void Copy(string folder, DataFile file, string part)
    {
        var path = Path.Combine(folder, file.Name);
        if (!Directory.Exists(folder))
        {
            throw new SourceFault("there is no such folder");
        }

        if (!File.Exists(path))
        {
            throw new SourceFault($"the folder has no file {file.Name}");
        }

        File.Copy(path, part, overwrite: true);
    }
}
