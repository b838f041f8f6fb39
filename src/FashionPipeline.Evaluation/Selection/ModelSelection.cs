namespace FashionPipeline.Evaluation.Selection;

/// <summary>
/// Chooses the best model among those that were trained with the most seeds: a figure of fewer seeds owes more to luck, and does not win
/// by that.
/// </summary>
public static class ModelSelection
{
    /// <summary>Applies every criterion to the candidates and chooses by one; the first candidate wins where several are equal.</summary>
    /// <param name="criterion">The criterion that decides.</param>
    /// <param name="candidates">The models in the experiment's order; at least one. No figure is NaN.</param>
    /// <exception cref="ArgumentException">There is no candidate, or one has a figure that is not a number.</exception>
    public static SelectionResult Select(SelectionCriterion criterion, IReadOnlyList<Candidate> candidates)
    {
        if (candidates.Count == 0)
        {
            throw new ArgumentException("There is no model to select from.", nameof(candidates));
        }

        foreach (var candidate in candidates)
        {
            if (double.IsNaN(candidate.TrainingAccuracy + candidate.ValidationAccuracy + candidate.ValidationLoss))
            {
                throw new ArgumentException($"Model {candidate.Model} has a figure that is not a number: {candidate}.", nameof(candidates));
            }
        }

        var winners = Enum.GetValues<SelectionCriterion>().Select(each => Winner(each, candidates)).ToArray();
        return new SelectionResult(criterion, winners.Single(winner => winner.Criterion == criterion).Model, winners);
    }

    /// <summary>
    /// The candidates by a criterion, the best first, those of fewer seeds behind those of more; equal ones stay in the order in which
    /// they were given.
    /// </summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="candidates">The models in the experiment's order.</param>
    public static IReadOnlyList<Candidate> Rank(SelectionCriterion criterion, IReadOnlyList<Candidate> candidates) =>
        [.. candidates.OrderByDescending(candidate => candidate.Seeds)
            .ThenBy(candidate => IsLowerBetter(criterion) ? Value(criterion, candidate) : -Value(criterion, candidate))];

    /// <summary>True where a criterion looks at the validation images.</summary>
    public static bool LooksAtValidation(SelectionCriterion criterion) => criterion != SelectionCriterion.TrainingAccuracy;

    /// <summary>What a criterion looks at.</summary>
    public static double Value(SelectionCriterion criterion, Candidate candidate) => criterion switch
    {
        SelectionCriterion.TrainingPlusValidationAccuracy => candidate.TrainingAccuracy + candidate.ValidationAccuracy,
        SelectionCriterion.ValidationAccuracy => candidate.ValidationAccuracy,
        SelectionCriterion.TrainingAccuracy => candidate.TrainingAccuracy,
        SelectionCriterion.ValidationLoss => candidate.ValidationLoss,
        SelectionCriterion.GeneralisationGap => Math.Abs(candidate.TrainingAccuracy - candidate.ValidationAccuracy),
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, "Unknown criterion."),
    };

    private static CriterionWinner Winner(SelectionCriterion criterion, IReadOnlyList<Candidate> candidates)
    {
        var best = Rank(criterion, candidates)[0];
        return new CriterionWinner(criterion, best.Model, Value(criterion, best));
    }

    private static bool IsLowerBetter(SelectionCriterion criterion) =>
        criterion is SelectionCriterion.ValidationLoss or SelectionCriterion.GeneralisationGap;
}
