using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Evaluation.Summary;

namespace FashionPipeline.Evaluation.Seeds;

/// <summary>What a model reached with one seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="TestAccuracy">Share of the test images that it classified correctly, 0 to 1.</param>
/// <param name="History">One entry an epoch, at least one.</param>
public sealed record SeedRun(ulong Seed, double TestAccuracy, IReadOnlyList<EpochFigures> History)
{
    /// <summary>What a run of this experiment reached.</summary>
    public static SeedRun Of(RunFindings run) => new(run.Seed, run.Classification.Accuracy, run.History);

    /// <summary>Whether two runs have the same figures to the last bit, as the same training on the same data has.</summary>
    public bool IsSameAs(SeedRun other) => (Seed, TestAccuracy) == (other.Seed, other.TestAccuracy) && History.SequenceEqual(other.History);

    /// <summary>The last epoch's figures, as selection sees them.</summary>
    /// <param name="model">Name of the model.</param>
    public Candidate AsCandidate(string model) =>
        new(model, History[^1].Accuracy, History[^1].ValidationAccuracy, History[^1].ValidationLoss);
}
