using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Evaluation.Statistics;

namespace FashionPipeline.Evaluation.Summary;

/// <summary>The chosen model against the one that comes next by the rule, on the same test images, with the first seed.</summary>
/// <param name="Best">The chosen model.</param>
/// <param name="Next">The best of the others.</param>
/// <param name="Test">McNemar's test, the chosen model first.</param>
public sealed record ModelComparison(ModelFindings Best, ModelFindings Next, McNemarTest Test)
{
    /// <summary>The comparison, or null where there is one model alone.</summary>
    /// <param name="selection">Which model was chosen, and by which rule.</param>
    /// <param name="models">All models.</param>
    public static ModelComparison? Of(SelectionResult selection, IReadOnlyList<ModelFindings> models)
    {
        var ranking = ModelSelection.Rank(selection.Criterion, [.. models.Select(model => model.LastFigures)]);
        if (ranking.FirstOrDefault(candidate => candidate.Model != selection.Model) is not { Model: var name })
        {
            return null;
        }

        var (best, next) = (models.Single(model => model.Name == selection.Model), models.Single(model => model.Name == name));
        return new ModelComparison(best, next, McNemarTest.Of(best.FirstRun.Predictions, next.FirstRun.Predictions));
    }
}
