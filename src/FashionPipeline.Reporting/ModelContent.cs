using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Evaluation.Statistics;

namespace FashionPipeline.Reporting;

/// <summary>A model in the report.</summary>
public sealed record ModelContent
{
    /// <summary>Short name: <c>mlp</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Title for readers: <c>Model 1: ReLU activations</c>.</summary>
    public required string Title { get; init; }

    /// <summary>How its pixels are scaled, in words: <c>pixels / 255</c>, <c>raw pixels, 0 to 255</c>.</summary>
    public required string InputScaling { get; init; }

    /// <summary>The layer table, input first.</summary>
    public required IReadOnlyList<LayerRow> Layers { get; init; }

    /// <summary>One run a seed, in the experiment's order, at least one. Figures and tables of predictions are of the first.</summary>
    public required IReadOnlyList<RunContent> Runs { get; init; }

    /// <summary>Number of the model in the report, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The run whose predictions are shown.</summary>
    public RunContent FirstRun => Runs[0];

    /// <summary>The last epoch's figures, means over the runs: what the selection sees.</summary>
    public Candidate LastFigures => new(Name, TrainingAccuracy.Mean, ValidationAccuracy.Mean, ValidationLoss.Mean);

    /// <summary>Training accuracy of the last epoch over the runs.</summary>
    public Spread TrainingAccuracy => Over(run => run.LastEpoch.Accuracy);

    /// <summary>Validation accuracy of the last epoch over the runs.</summary>
    public Spread ValidationAccuracy => Over(run => run.LastEpoch.ValidationAccuracy);

    /// <summary>Validation loss of the last epoch over the runs.</summary>
    public Spread ValidationLoss => Over(run => run.LastEpoch.ValidationLoss);

    /// <summary>Share of the test images that were classified correctly over the runs.</summary>
    public Spread TestAccuracy => Over(run => run.Classification.Accuracy);

    /// <summary>Share of a class that was classified correctly over the runs.</summary>
    public Spread RecallOf(int label) => Over(run => run.Classification.Classes[label].Recall);

    /// <summary>Trained parameters of all layers.</summary>
    public long Parameters => Layers.Sum(layer => layer.Parameters);

    private Spread Over(Func<RunContent, double> figure) => Spread.Of([.. Runs.Select(figure)]);
}

/// <summary>A row of the layer table.</summary>
/// <param name="Name">Layer and parameter name: <c>dense_1</c>.</param>
/// <param name="Kind">Kind in Keras's words: <c>Dense</c>.</param>
/// <param name="OutputShape">Shape with the batch: <c>(None, 512)</c>.</param>
/// <param name="Parameters">Trained parameters.</param>
public sealed record LayerRow(string Name, string Kind, string OutputShape, long Parameters);

/// <summary>One training of a model and what came of it.</summary>
public sealed record RunContent
{
    /// <summary>Seed of the run.</summary>
    public required ulong Seed { get; init; }

    /// <summary>One entry an epoch.</summary>
    public required IReadOnlyList<EpochRow> History { get; init; }

    /// <summary>Predictions for the test images.</summary>
    public required Predictions Predictions { get; init; }

    /// <summary>Confusion matrix of the predictions.</summary>
    public required ConfusionMatrix Confusion { get; init; }

    /// <summary>Precision, recall and F1.</summary>
    public required ClassificationReport Classification { get; init; }

    /// <summary>The last epoch.</summary>
    public EpochRow LastEpoch => History[^1];
}

/// <summary>An epoch of a training.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="Loss">Mean training loss.</param>
/// <param name="Accuracy">Training accuracy, 0 to 1.</param>
/// <param name="ValidationLoss">Mean loss on the test images.</param>
/// <param name="ValidationAccuracy">Accuracy on the test images, 0 to 1.</param>
public sealed record EpochRow(int Epoch, double Loss, double Accuracy, double ValidationLoss, double ValidationAccuracy);
