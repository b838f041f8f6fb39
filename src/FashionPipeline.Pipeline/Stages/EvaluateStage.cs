using FashionPipeline.Data.Parquet;
using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Pipeline.Experiments.Texts;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Training;
using FashionPipeline.Training.Loop;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>A trained model's predictions for the test images, and what they count to.</summary>
public sealed record EvaluateStage : IStage
{
    /// <summary>Name of the input with the test images.</summary>
    public const string TestInput = "test";

    /// <summary>Name of the input with the weights.</summary>
    public const string WeightsInput = "weights";

    /// <summary>Name of the artifact with the probabilities.</summary>
    public const string Predictions = "predictions.parquet";

    /// <summary>Name of the artifact with the confusion matrix.</summary>
    public const string Confusion = "confusion.json";

    /// <summary>Name of the artifact with precision, recall and F1.</summary>
    public const string Classification = "classification.json";

    /// <summary>The network that was trained.</summary>
    public required Network Network { get; init; }

    /// <summary>Scaling and arithmetic of its training.</summary>
    public required TrainingOptions Options { get; init; }

    /// <summary>How many classes there are.</summary>
    public required int Classes { get; init; }

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("classes", FormattableString.Invariant($"{Classes}")),
        .. NetworkText.Of("model", Options.Scaling, Network),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<string> Outputs => [Predictions, Confusion, Classification];

    /// <inheritdoc/>
    public string? Environment => NumericEnvironment.Of(Options);

    /// <inheritdoc/>
    public void Run(StageInputs inputs, StageOutputs outputs, StageContext context)
    {
        var test = ImageParquet.Read(inputs.Read(TestInput));
        var predictions = new Predictions
        {
            Classes = Classes,
            Probabilities = Predictor.Predict(Network, Options, inputs.Read(WeightsInput), test, Classes),
            Labels = test.Labels,
        };
        var confusion = ConfusionMatrix.Of(predictions);
        using var parquet = new MemoryStream();
        PredictionParquet.WriteAsync(predictions, parquet).GetAwaiter().GetResult();
        outputs.Add(Predictions, parquet.ToArray());
        outputs.Add(Confusion, CanonicalJson.Write(confusion));
        outputs.Add(Classification, CanonicalJson.Write(ClassificationReport.Of(confusion)));
    }
}
