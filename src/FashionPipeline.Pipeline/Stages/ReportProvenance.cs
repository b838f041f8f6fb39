using FashionPipeline.Data;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Experiments.Texts;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;
using FashionPipeline.Training;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>What a report says of its own origin.</summary>
internal static class ReportProvenance
{
    /// <summary>Provenance of an experiment's results.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="software">Packages and versions.</param>
    /// <param name="comparedWith">The metrics of other experiments that the report rests on, too.</param>
    /// <param name="artifacts">Every artifact that the report rests on, by node and name.</param>
    /// <param name="contents">By node and name, digests of what artifacts hold, where they stand for those of the files.</param>
    public static ProvenanceContent Of(
        Experiment experiment,
        IEnumerable<KeyValuePair<string, string>> software,
        IReadOnlyList<ComparedMetrics> comparedWith,
        IEnumerable<KeyValuePair<string, Artifact>> artifacts,
        IReadOnlyDictionary<string, string> contents) => new()
    {
        Command = experiment.Command,
        Data = [.. Data(experiment.DataSet)],
        Artifacts =
        [
            .. artifacts.Select(artifact => new ProvenanceRow(
                artifact.Key, contents.GetValueOrDefault(artifact.Key, artifact.Value.Sha256))),
            .. comparedWith.Select(metrics => new ProvenanceRow(metrics.Name, metrics.Content.Sha256)),
        ],
        Settings =
        [
            new("seeds", SeedList.Of(experiment.Seeds)),
            .. TrainingText.All(experiment.Training).Select(setting => new ProvenanceRow(setting.Key, setting.Value)),
            .. experiment.Models.SelectMany(model => ExperimentText.OwnSettings(experiment, model)
                .Select(setting => new ProvenanceRow($"models.{model.Name}.{setting.Key}", setting.Value))),
            .. ValidationText.Of(experiment.Validation).Select(setting => new ProvenanceRow(setting.Key, setting.Value)),
            new("numerics", NumericEnvironment.Of(experiment.Training)),
        ],
        Software =
        [
            new(".NET", FormattableString.Invariant($"{Environment.Version.Major}")),
            .. software.Where(package => IsUsed(package.Key, experiment)).Select(package => new ProvenanceRow(package.Key, package.Value)),
        ],
    };

    // libtorch computes nothing where all arithmetic is the pipeline's own.
    private static bool IsUsed(string package, Experiment experiment) =>
        experiment.Training.Numerics != Arithmetic.Portable || package is not ("TorchSharp" or "libtorch");

    private static IEnumerable<ProvenanceRow> Data(DataSet dataSet) => dataSet.Synthetic is { } synthetic
        ? [new("generator", FormattableString.Invariant(
            $"synthetic garments, seed {synthetic.Seed}, {synthetic.TrainCount} + {synthetic.TestCount} images"))]
        : dataSet.Files.Select(file => new ProvenanceRow(file.Name, file.Sha256));
}
