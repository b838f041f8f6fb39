using FashionPipeline.Data;
using FashionPipeline.Data.Splits;
using FashionPipeline.Evaluation.Embedding;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Training;

namespace FashionPipeline.Pipeline.Experiments;

/// <summary>An experiment, read, merged with what it extends, checked: every value is there and fits.</summary>
public sealed record Experiment
{
    /// <summary>Name: the file's name without <c>.yaml</c>. Names the folder under <c>reports/</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Title of its report.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whose it is, and how it is cited.</summary>
    public Attribution Attribution { get; init; } = Attribution.None;

    /// <summary>Its data.</summary>
    public required DataSet DataSet { get; init; }

    /// <summary>Seeds, at least one, all different, with which each model is trained that has none of its own.</summary>
    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <summary>Its models in order, at least one, names all different.</summary>
    public required IReadOnlyList<ExperimentModel> Models { get; init; }

    /// <summary>How models are trained, but for what is different in a model.</summary>
    public required TrainingOptions Training { get; init; }

    /// <summary>How a validation set is cut out of the training images; null where the test images serve.</summary>
    public ValidationOptions? Validation { get; init; }

    /// <summary>How the best model is chosen.</summary>
    public SelectionCriterion Selection { get; init; } = SelectionCriterion.TrainingPlusValidationAccuracy;

    /// <summary>Names of models that the best one is measured by, class by class; may be empty.</summary>
    public IReadOnlyList<string> Baselines { get; init; } = [];

    /// <summary>The spectral embedding's settings; null where the experiment leaves it out.</summary>
    public SpectralEmbeddingOptions? Embedding { get; init; }

    /// <summary>Names of other experiments whose seeds the report is set beside; none of them is this one.</summary>
    public IReadOnlyList<string> CompareWith { get; init; } = [];

    /// <summary>Numbers of the source to compare with; null where there are none.</summary>
    public PublishedResults? Published { get; init; }

    /// <summary>What its steps get of a cluster, which decides nothing of what they make; where several fit, the last one counts.</summary>
    public IReadOnlyList<ResourceRule> Resources { get; init; } = [];

    /// <summary>What is typed to run it; null where that is not known.</summary>
    public string? Command { get; init; }

    /// <summary>Trainings that came to nothing, and whose models this experiment had; none in the experiment of a file.</summary>
    public IReadOnlyList<FailedRun> FailedRuns { get; init; } = [];

    /// <summary>The experiment without the models of which a training failed, and without what its source says of all models.</summary>
    /// <param name="runs">The trainings that failed.</param>
    public Experiment Without(IReadOnlyList<FailedRun> runs) => this with
    {
        Models = [.. Models.Where(model => Remains(model.Name, runs)).Select(model => IsAlone(model, runs)
            ? model with { Variation = null } : model)],
        Baselines = [.. Baselines.Where(name => Remains(name, runs))],
        Published = null,
        FailedRuns = [.. FailedRuns, .. runs],
    };

    private static bool Remains(string model, IReadOnlyList<FailedRun> runs) => runs.All(run => run.Model != model);

    // A variant whose model is gone.
    private static bool IsAlone(ExperimentModel model, IReadOnlyList<FailedRun> runs) =>
        model.Variation is { IsOfSweep: false, Of: var origin } && !Remains(origin, runs);
}
