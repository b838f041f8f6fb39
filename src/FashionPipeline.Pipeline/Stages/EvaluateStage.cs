using FashionPipeline.Data;
using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Training;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>A trained model's predictions for the test images, and what they count to.</summary>
public static class EvaluateStage
{
    /// <summary>Name of the artifact with the probabilities.</summary>
    public const string PredictionsFile = "predictions.parquet";

    /// <summary>Name of the artifact with the confusion matrix.</summary>
    public const string ConfusionFile = "confusion.json";

    /// <summary>Name of the artifact with precision, recall and F1.</summary>
    public const string ClassificationFile = "classification.json";

    /// <summary>The task.</summary>
    public static StageTask Of(
        Experiment experiment, ExperimentModel model, ulong seed, StageRecord preprocessed, StageRecord trained, BlobStore blobs, Func<DataSplits> data)
    {
        var classes = experiment.DataSet.LabelNames.Count;
        var options = TrainStage.Options(experiment, model, seed);
        return new StageTask
        {
            Id = FormattableString.Invariant($"evaluate/{model.Name}/{seed}"),
            Key = new StageKey()
                .With("test", preprocessed[PreprocessStage.Test])
                .With("weights", trained[TrainStage.Weights])
                .With("classes", classes)
                .With("model.input", options.Scaling)
                .With("model.layer", TrainStage.Layers(model))
                .With("environment", NumericEnvironment.Of(options))
                .With("code", CodeFingerprint.Of(typeof(Predictor).Assembly).Union(CodeFingerprint.Of(typeof(Predictions).Assembly))),
            Work = Evaluate,
        };

        IReadOnlyDictionary<string, byte[]> Evaluate()
        {
            var test = data().Test;
            var predictions = new Predictions
            {
                Classes = classes,
                Probabilities = Predictor.Predict(model.Network, options, blobs.Read(trained[TrainStage.Weights]), test, classes),
                Labels = test.Labels,
            };
            var confusion = ConfusionMatrix.Of(predictions);
            using var parquet = new MemoryStream();
            PredictionParquet.WriteAsync(predictions, parquet).GetAwaiter().GetResult();
            return new Dictionary<string, byte[]>
            {
                [PredictionsFile] = parquet.ToArray(),
                [ConfusionFile] = StoreJson.Write(confusion),
                [ClassificationFile] = StoreJson.Write(ClassificationReport.Of(confusion)),
            };
        }
    }
}
