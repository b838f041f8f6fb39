using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Evaluation.Statistics;

namespace FashionPipeline.Reporting.Document;

/// <summary>The best model against the one that comes next by the rule, on the same test images, with the first seed.</summary>
/// <param name="Best">The chosen model.</param>
/// <param name="Next">The best of the others.</param>
/// <param name="Test">McNemar's test, the chosen model first.</param>
internal sealed record ModelComparison(ModelContent Best, ModelContent Next, McNemarTest Test)
{
    /// <summary>The comparison, or null where there is one model alone.</summary>
    public static ModelComparison? Of(ReportContent content)
    {
        var ranking = ModelSelection.Rank(content.Selection.Criterion, [.. content.Models.Select(model => model.LastFigures)]);
        var next = ranking.FirstOrDefault(candidate => candidate.Model != content.BestModel.Name);
        if (next is null)
        {
            return null;
        }

        var other = content.Models.Single(model => model.Name == next.Model);
        return new ModelComparison(content.BestModel, other, McNemarTest.Of(content.BestModel.FirstRun.Predictions, other.FirstRun.Predictions));
    }
}
