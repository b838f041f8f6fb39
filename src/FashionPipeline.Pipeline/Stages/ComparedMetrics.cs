using System.Text.Json;
using FashionPipeline.Evaluation.Seeds;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Reporting.Metrics;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>
/// The committed metrics of an experiment that a report is compared with. They are a file of the repository and no node's artifact: what is
/// committed is compared with, and nothing of the other experiment runs.
/// </summary>
/// <param name="Experiment">Name of the other experiment.</param>
/// <param name="Path">Full path of the file.</param>
/// <param name="Content">Digest and length of the file.</param>
/// <param name="Models">Its models with all of their seeds.</param>
public sealed record ComparedMetrics(string Experiment, string Path, Artifact Content, IReadOnlyList<SeedRuns> Models)
{
    private const string FileName = "metrics.json";

    /// <summary>The file as the repository names it.</summary>
    public string Name => NameOf(Experiment);

    /// <summary>Reads the metrics of experiments.</summary>
    /// <param name="root">Folder of the repository.</param>
    /// <param name="experiments">Names of the experiments, in order.</param>
    /// <exception cref="InputException">A file is missing, or holds something else.</exception>
    public static IReadOnlyList<ComparedMetrics> Read(string root, IReadOnlyList<string> experiments)
    {
        if (experiments.FirstOrDefault(experiment => !File.Exists(PathOf(root, experiment))) is { } missing)
        {
            throw new InputException($"compare_with names '{missing}', whose metrics are not there: {NameOf(missing)} is missing.\n"
                + "Take it from git, or make that report") { Remedy = Remedy.MakeReport, Experiment = missing };
        }

        return [.. experiments.Select(experiment => Read(experiment, PathOf(root, experiment)))];
    }

    private static ComparedMetrics Read(string experiment, string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            return new(experiment, path, Artifact.Of(bytes), SeedRunsJson.Read(bytes));
        }
        catch (JsonException fault)
        {
            throw new InputException(
                $"compare_with names '{experiment}', whose metrics cannot be read: {NameOf(experiment)}: {fault.Message}\n"
                + "Take the file from git, or make that report again", fault) { Remedy = Remedy.MakeReport, Experiment = experiment };
        }
    }

    private static string NameOf(string experiment) => $"reports/{experiment}/{FileName}";

    private static string PathOf(string root, string experiment) => System.IO.Path.Combine(root, "reports", experiment, FileName);
}
