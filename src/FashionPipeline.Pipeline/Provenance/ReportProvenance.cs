using FashionPipeline.Data;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Experiments;
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
        Software = [.. Settings(results.Experiment), .. PackageVersions.All.Select(package => new ProvenanceRow(package.Key, package.Value))],
    };

    private static IEnumerable<ProvenanceRow> Data(DataSet dataSet) => dataSet.Synthetic is { } synthetic
        ? [new("generator", FormattableString.Invariant($"synthetic garments, seed {synthetic.Seed}, {synthetic.TrainCount} + {synthetic.TestCount} images"))]
        : dataSet.Files.Select(file => new ProvenanceRow(file.Name, file.Sha256));

    private static IEnumerable<ProvenanceRow> Settings(Experiment experiment)
    {
        var training = experiment.Training;
        yield return new("seeds", string.Join(", ", experiment.Seeds));
        yield return new("epochs", FormattableString.Invariant($"{training.Epochs}"));
        yield return new("batch size", FormattableString.Invariant($"{training.BatchSize}"));
        yield return new("Adam", FormattableString.Invariant(
            $"learning rate {training.LearningRate}, β1 {training.Beta1}, β2 {training.Beta2}, epsilon {training.Epsilon}"));
        yield return new("numeric environment", NumericEnvironment.Of(training));
        yield return new(".NET", FormattableString.Invariant($"{Environment.Version.Major}"));
    }
}
