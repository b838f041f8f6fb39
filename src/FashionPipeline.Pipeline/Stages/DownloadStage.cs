using FashionPipeline.Data;
using FashionPipeline.Download;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>Gets the published files of a data set. What they are is known by their digests, wherever they come from.</summary>
public sealed record DownloadStage : IStage
{
    /// <summary>The data set.</summary>
    public required DataSet DataSet { get; init; }

    /// <summary>Folder or URL that is asked first; null for none.</summary>
    public string? Mirror { get; init; }

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> Settings => [];

    /// <inheritdoc/>
    public IReadOnlyList<string> Outputs => [.. DataSet.Files.Select(file => file.Name)];

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, Artifact> Published =>
        DataSet.Files.ToDictionary(file => file.Name, file => new Artifact(file.Sha256, file.Bytes), StringComparer.Ordinal);

    /// <summary>
    /// Fetches what is missing into the folder <see cref="StageContext.Scratch"/>, where the files stay, and checks all of it.
    /// </summary>
    public void Run(StageInputs inputs, StageOutputs outputs, StageContext context)
    {
        var files = new FileSet
        {
            Title = DataSet.Title,
            Sources = DataSet.Sources,
            Files = [.. DataSet.Files.Select(file => new RemoteFile(file.Name, file.Bytes, file.Sha256))],
        };
        var options = new DownloadOptions { Folder = context.Scratch, Mirror = Mirror };
        context.Progress.Report(new Downloader(options).DownloadAsync(files, context.Progress, CancellationToken.None)
            .GetAwaiter().GetResult());
    }
}
