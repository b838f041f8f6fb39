using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Evaluation.Statistics;

namespace FashionPipeline.Evaluation.Summary;

/// <summary>A model over all of its runs.</summary>
public sealed record ModelFindings
{
    /// <summary>Short name: <c>mlp</c>.</summary>
    public required string Name { get; init; }

    /// <summary>One run a seed, in the experiment's order, at least one.</summary>
    public required IReadOnlyList<RunFindings> Runs { get; init; }

    /// <summary>Training accuracy of the last epoch over the runs.</summary>
    public required MeanAndDeviation TrainingAccuracy { get; init; }

    /// <summary>Validation accuracy of the last epoch over the runs.</summary>
    public required MeanAndDeviation ValidationAccuracy { get; init; }

    /// <summary>Validation loss of the last epoch over the runs.</summary>
    public required MeanAndDeviation ValidationLoss { get; init; }

    /// <summary>Share of the test images that were classified correctly over the runs.</summary>
    public required MeanAndDeviation TestAccuracy { get; init; }

    /// <summary>Share of each class that was classified correctly over the runs; the index is the label.</summary>
    public required IReadOnlyList<MeanAndDeviation> Recalls { get; init; }

    /// <summary>The run whose predictions are shown.</summary>
    public RunFindings FirstRun => Runs[0];

    /// <summary>The last epoch's figures, means over the runs: what the selection sees.</summary>
    public Candidate LastFigures => new(Name, TrainingAccuracy.Mean, ValidationAccuracy.Mean, ValidationLoss.Mean, Runs.Count);

    /// <summary>The findings of a model.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="runs">Its runs, at least one.</param>
    public static ModelFindings Of(string name, IReadOnlyList<RunFindings> runs)
    {
        var labels = Enumerable.Range(0, runs[0].Classification.Classes.Count);
        return new ModelFindings
        {
            Name = name,
            Runs = runs,
            TrainingAccuracy = Over(run => run.LastEpoch.Accuracy),
            ValidationAccuracy = Over(run => run.LastEpoch.ValidationAccuracy),
            ValidationLoss = Over(run => run.LastEpoch.ValidationLoss),
            TestAccuracy = Over(run => run.Classification.Accuracy),
            Recalls = [.. labels.Select(label => Over(run => run.Classification.Classes[label].Recall))],
        };

        MeanAndDeviation Over(Func<RunFindings, double> figure) => MeanAndDeviation.Of([.. runs.Select(figure)]);
    }
}
