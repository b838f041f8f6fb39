namespace FashionPipeline.Evaluation.Selection;

/// <summary>A model's last figures, as selection sees them: means over its seeds.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="TrainingAccuracy">Training accuracy of the last epoch, 0 to 1.</param>
/// <param name="ValidationAccuracy">Validation accuracy of the last epoch, 0 to 1.</param>
/// <param name="ValidationLoss">Validation loss of the last epoch.</param>
/// <param name="Seeds">How many seeds these are means over.</param>
public sealed record Candidate(
    string Model, double TrainingAccuracy, double ValidationAccuracy, double ValidationLoss, int Seeds = 1);

/// <summary>Who wins by one criterion.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Model">The winner; the first in the experiment's order where several are equal.</param>
/// <param name="Value">The winner's value.</param>
public sealed record CriterionWinner(SelectionCriterion Criterion, string Model, double Value);

/// <summary>The chosen model, and who would have won by every other criterion.</summary>
/// <param name="Criterion">The experiment's criterion.</param>
/// <param name="Model">The model that it chose.</param>
/// <param name="Winners">One entry a criterion, in the order of the enumeration.</param>
public sealed record SelectionResult(SelectionCriterion Criterion, string Model, IReadOnlyList<CriterionWinner> Winners);
