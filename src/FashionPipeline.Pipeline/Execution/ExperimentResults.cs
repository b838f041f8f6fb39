using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>The records of all stages that a report is made from.</summary>
public sealed record ExperimentResults
{
    /// <summary>The experiment.</summary>
    public required Experiment Experiment { get; init; }

    /// <summary>The data.</summary>
    public required StageRecord Preprocessed { get; init; }

    /// <summary>Trainings by model and seed.</summary>
    public required IReadOnlyDictionary<(string Model, ulong Seed), StageRecord> Trained { get; init; }

    /// <summary>Evaluations by model and seed.</summary>
    public required IReadOnlyDictionary<(string Model, ulong Seed), StageRecord> Evaluated { get; init; }

    /// <summary>The selection.</summary>
    public required StageRecord Selected { get; init; }

    /// <summary>The embedding; null where the experiment leaves it out.</summary>
    public required StageRecord? Embedded { get; init; }

    /// <summary>All records in the order of their names.</summary>
    public IEnumerable<StageRecord> All =>
        new[] { Preprocessed, Selected }.Concat(Trained.Values).Concat(Evaluated.Values).Concat(Embedded is null ? [] : [Embedded])
            .OrderBy(record => record.Id, StringComparer.Ordinal);
}
