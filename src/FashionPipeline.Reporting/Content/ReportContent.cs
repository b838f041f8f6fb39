using FashionPipeline.Data;
using FashionPipeline.Evaluation.Seeds;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Evaluation.Summary;

namespace FashionPipeline.Reporting.Content;

/// <summary>
/// All that a report shows, gathered from the artifacts of an experiment. Every format (PDF, Markdown, tables, figures,
/// metrics) is a function of this value alone: no clock, no machine, no path.
/// </summary>
public sealed record ReportContent
{
    /// <summary>Name of the experiment: <c>fashion-mnist</c>.</summary>
    public required string Experiment { get; init; }

    /// <summary>Title of the report.</summary>
    public required string Title { get; init; }

    /// <summary>What the experiment is about, as its file says it; may be empty.</summary>
    public required string Description { get; init; }

    /// <summary>Whose the experiment is, and how it is cited.</summary>
    public Attribution Attribution { get; init; } = Attribution.None;

    /// <summary>The data set: title, licence, label names, whether it is synthetic.</summary>
    public required DataSet DataSet { get; init; }

    /// <summary>The data itself.</summary>
    public required DataSplits Data { get; init; }

    /// <summary>The models in the experiment's order, at least one.</summary>
    public required IReadOnlyList<ModelContent> Models { get; init; }

    /// <summary>The trainings that came to nothing, whose models are not among these.</summary>
    public IReadOnlyList<FailedRun> FailedRuns { get; init; } = [];

    /// <summary>The numbers about them.</summary>
    public required Findings Findings { get; init; }

    /// <summary>What layers that shift and flip make of the samples; null where no model has such layers.</summary>
    public AugmentedContent? Augmented { get; init; }

    /// <summary>
    /// The seed whose run is shown beside all seeds: of this experiment where it has several, and of those that it is compared with.
    /// </summary>
    public IReadOnlyList<SeedComparison> SeedComparisons { get; init; } = [];

    /// <summary>The spectral embedding of the test images; null where the experiment leaves it out.</summary>
    public required EmbeddingContent? Embedding { get; init; }

    /// <summary>What the source published; null where there is no source.</summary>
    public required PublishedResults? Published { get; init; }

    /// <summary>Where data, code and numbers come from.</summary>
    public required ProvenanceContent Provenance { get; init; }

    /// <summary>Whether models were chosen by images of their own; else "validation" is the test set.</summary>
    public bool HasValidationSet => Data.Validation is not null;

    /// <summary>Whether one of several models was chosen by the images that it is judged by.</summary>
    public bool SelectionSawTestImages =>
        Models.Count > 1 && !HasValidationSet && ModelSelection.LooksAtValidation(Findings.Selection.Criterion);

    /// <summary>The chosen model.</summary>
    public ModelContent BestModel => Model(Findings.Selection.Model);

    /// <summary>The models that have a section of their own: those of the experiment's file, and the best one of all.</summary>
    internal IEnumerable<ModelContent> ShownModels => Models.Where(model => model.Variation is null || model == BestModel);

    /// <summary>The points of each sweep, by its name, in the experiment's order.</summary>
    internal IEnumerable<IGrouping<string, ModelContent>> Sweeps =>
        Models.Where(model => model.Variation is { IsOfSweep: true }).GroupBy(model => model.Variation!.Of);

    /// <summary>
    /// What the source reached with a model on the test images, 0 to 1; null where it did not say, or models are validated on other images
    /// here.
    /// </summary>
    public double? PublishedAccuracy(string model) =>
        HasValidationSet ? null : Published?.Models.FirstOrDefault(published => published.Model == model)?.ValidationAccuracy;

    /// <summary>The model of a name.</summary>
    public ModelContent Model(string name) => Models.Single(model => model.Name == name);
}
