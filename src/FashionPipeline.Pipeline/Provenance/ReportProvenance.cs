using FashionPipeline.Data;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Reporting;

namespace FashionPipeline.Pipeline.Provenance;

/// <summary>What a report says of its own origin.</summary>
public static class ReportProvenance
{
    /// <summary>Provenance of the given results.</summary>
    public static ProvenanceContent Of(ExperimentResults results) => new()
    {
        Data = [.. Data(results.Experiment.DataSet)],
        Artifacts =
        [
            .. results.All.SelectMany(record => record.Outputs.Select(output => new ProvenanceRow($"{record.Id}/{output.Key}", output.Value.Sha256))),
        ],
        Settings = [.. Settings(results.Experiment)],
        Software =
        [
            new(".NET", FormattableString.Invariant($"{Environment.Version.Major}")),
            .. PackageVersions.All.Select(package => new ProvenanceRow(package.Key, package.Value)),
        ],
    };

    private static IEnumerable<ProvenanceRow> Data(DataSet dataSet) => dataSet.Synthetic is { } synthetic
        ? [new("generator", FormattableString.Invariant($"synthetic garments, seed {synthetic.Seed}, {synthetic.TrainCount} + {synthetic.TestCount} images"))]
        : dataSet.Files.Select(file => new ProvenanceRow(file.Name, file.Sha256));

    private static IEnumerable<ProvenanceRow> Settings(Experiment experiment) =>
    [
        new("seeds", string.Join(", ", experiment.Seeds)),
        .. TrainStage.Settings(experiment.Training).Select(setting => new ProvenanceRow($"training.{setting.Key}", setting.Value)),
        new("environment", NumericEnvironment.Of(experiment.Training)),
    ];
}
