using FashionPipeline.Data;
using FashionPipeline.Download;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Pipeline.DataSets;

/// <summary>Finds the files of a data set behind a URL.</summary>
internal static class PublishedUrl
{
    /// <summary>
    /// The file that the URL names, an archive or one of NumPy arrays; where it names a folder, the files that have one of
    /// <see cref="FileNames.Usual"/> there.
    /// </summary>
    /// <param name="url">The URL.</param>
    /// <param name="downloader">Fetches them.</param>
    /// <exception cref="InputException">The URL is none, or leads to nothing that is known.</exception>
    public static FoundFiles Find(string url, Downloader downloader)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            throw new InputException($"'{url}' is no address.");
        }

        var name = Path.GetFileName(address.AbsolutePath);
        var folder = new Uri(address, ".");
        if (FileNames.RoleOf(name) is { } role and (DataFileRole.Archive or DataFileRole.Npz))
        {
            return Fetch(folder, new Dictionary<DataFileRole, string> { [role] = name }, downloader)
                ?? throw new InputException($"There is no file {address}.");
        }

        if (name.Length > 0)
        {
            throw new InputException($"'{url}' is no data set: expected the address of a file that ends in {FileNames.Npz} or "
                + $"{FileNames.Archive}, or of a folder, with / at its end.");
        }

        return FileNames.Usual.Select(names => Fetch(folder, names, downloader)).FirstOrDefault(found => found is not null)
            ?? throw new InputException($"{folder} has none of the files that were asked for:\n  "
                + string.Join("\n  ", FileNames.Usual.Select(names => string.Join(", ", names.Values)))
                + $"\nA file that ends in {FileNames.Npz} or {FileNames.Archive} can be named itself.");
    }

    // All of the files, or null where the first is not there.
    private static FoundFiles? Fetch(Uri folder, IReadOnlyDictionary<DataFileRole, string> names, Downloader downloader)
    {
        var files = new Dictionary<DataFileRole, FileContent>();
        foreach (var (role, name) in names)
        {
            if (downloader.FetchUnknownAsync(new Uri(folder, name), CancellationToken.None).GetAwaiter().GetResult() is { } bytes)
            {
                files[role] = new FileContent(name, bytes);
            }
            else
            {
                return files.Count == 0 ? null : throw new InputException($"{folder} has {names.Values.First()}, but no {name}.");
            }
        }

        return new FoundFiles(folder.AbsoluteUri, string.Join(", ", names.Values), files);
    }
}
