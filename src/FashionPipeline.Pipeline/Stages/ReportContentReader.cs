using FashionPipeline.Data;
using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Embedding;
using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Reporting;
using FashionPipeline.Training;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>Reads the artifacts of all stages into the value that the report is rendered from.</summary>
public static class ReportContentReader
{
    /// <summary>The report's content.</summary>
    public static ReportContent Read(ExperimentResults results, ProvenanceContent provenance, DataSplits data, BlobStore blobs)
    {
        var experiment = results.Experiment;
        return new ReportContent
        {
            Experiment = experiment.Name,
            Title = experiment.Title,
            Description = experiment.Description,
            DataSet = experiment.DataSet,
            Data = data,
            Models = [.. experiment.Models.Select((model, index) => Model(results, model, index + 1, blobs))],
            Selection = StoreJson.Read<SelectionResult>(blobs.Read(results.Selected[SelectStage.Selection])),
            Embedding = results.Embedded is { } embedded
                ? new EmbeddingContent(
                    experiment.Embedding!, StoreJson.Read<SpectralEmbeddingResult>(blobs.Read(embedded[EmbedStage.Embedding])), data.Test.Labels)
                : null,
            Published = experiment.Published,
            Provenance = provenance,
        };
    }

    private static ModelContent Model(ExperimentResults results, ExperimentModel model, int number, BlobStore blobs)
    {
        var dataSet = results.Experiment.DataSet;
        return new ModelContent
        {
            Name = model.Name,
            Title = model.Title,
            Number = number,
            InputScaling = model.Input == InputScaling.Unit ? "pixels / 255" : "raw pixels, 0 to 255",
            Layers =
            [
                .. NetworkSummary.Of(model.Network, dataSet.Height, dataSet.Width)
                    .Select(layer => new LayerRow(layer.Name, layer.Kind, $"(None, {string.Join(", ", layer.OutputShape)})", layer.Parameters)),
            ],
            Runs = [.. results.Experiment.Seeds.Select(seed => Run(results, (model.Name, seed), blobs))],
        };
    }

    private static RunContent Run(ExperimentResults results, (string Model, ulong Seed) run, BlobStore blobs)
    {
        var evaluated = results.Evaluated[run];
        return new RunContent
        {
            Seed = run.Seed,
            History =
            [
                .. StoreJson.Read<List<EpochMetrics>>(blobs.Read(results.Trained[run][TrainStage.History]))
                    .Select(epoch => new EpochRow(epoch.Epoch, epoch.Loss, epoch.Accuracy, epoch.ValidationLoss, epoch.ValidationAccuracy)),
            ],
            Predictions = PredictionParquet.ReadAsync(new MemoryStream(blobs.Read(evaluated[EvaluateStage.PredictionsFile])), $"{evaluated.Id}/{EvaluateStage.PredictionsFile}").GetAwaiter().GetResult(),
            Confusion = StoreJson.Read<ConfusionMatrix>(blobs.Read(evaluated[EvaluateStage.ConfusionFile])),
            Classification = StoreJson.Read<ClassificationReport>(blobs.Read(evaluated[EvaluateStage.ClassificationFile])),
        };
    }
}
