using FashionPipeline.Pipeline;
using FashionPipeline.Pipeline.Store;

namespace Build;

/// <summary>What the pipeline has made and can make again.</summary>
public static class BuiltFiles
{
    // The files below reports/<experiment>/ that git ignores.
    private static readonly string[] InReport =
    [
        "report.pdf", "report.html", "run.json", "reproduction.json", "figures", "tables/spectral-embedding.csv", "model/model.onnx",
        "model/model.safetensors", ".incoming",
    ];

    /// <summary>Removes them, and nothing else, after any run that works in the store has ended.</summary>
    /// <param name="options">Where they are.</param>
    /// <param name="report">Is told once that another run is waited for.</param>
    /// <returns>The paths that were there.</returns>
    public static IReadOnlyList<string> Remove(PipelineOptions options, Action<string> report)
    {
        var layout = new StoreLayout(options.Cache);
        using var taken = Directory.Exists(layout.Folder) ? StoreAccess.Take(layout, report) : null;
        var reports = new DirectoryInfo(options.Reports);
        var paths = layout.Made
            .Concat((reports.Exists ? reports.GetDirectories() : [])
                .Where(experiment => experiment.LinkTarget is null) // git can carry a link: what it leads to is not ours
                .OrderBy(experiment => experiment.Name, StringComparer.Ordinal)
                .SelectMany(experiment => InReport.Select(name => Path.Combine(experiment.FullName, name))))
            .Where(Path.Exists)
            .ToList();
        foreach (var path in paths)
        {
            // A symbolic link is removed as a link: what it leads to is not ours.
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            else
            {
                File.Delete(path);
            }
        }

        return paths;
    }
}
