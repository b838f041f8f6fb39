using FashionPipeline.Data;
using FashionPipeline.Data.Download;
using FashionPipeline.Pipeline.Execution;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>Gets the data set's files. Their digests are published, so there is nothing to record: the files in the cache are the result.</summary>
public static class DownloadStage
{
    /// <summary>Gets the files, or checks those that are there; none for a synthetic data set.</summary>
    /// <exception cref="InputException">They cannot be had.</exception>
    public static IReadOnlyList<DownloadedFile> Run(DataSet dataSet, DownloadOptions options, Display display)
    {
        if (dataSet.IsSynthetic)
        {
            display.Line("download  nothing to fetch (synthetic data)");
            return [];
        }

        IReadOnlyList<DownloadedFile> files = [];
        display.WithBars(() => files = new Downloader(options).DownloadAsync(dataSet, display.Download(), CancellationToken.None).GetAwaiter().GetResult());
        var fetched = files.Where(file => file.Source != DownloadedFile.Cache).ToList();
        display.Line(fetched.Count == 0
            ? "download  reused"
            : $"download  run ({string.Join(", ", fetched.Select(file => $"{file.File.Name} from {file.Source}"))})");
        return files;
    }
}
