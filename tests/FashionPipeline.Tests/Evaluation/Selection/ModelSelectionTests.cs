using FashionPipeline.Evaluation.Selection;

namespace FashionPipeline.Tests.Evaluation.Selection;

public class ModelSelectionTests
{
    private static readonly Candidate[] Candidates =
    [
        new("careful", 0.80, 0.80, 0.50),
        new("eager", 0.95, 0.85, 0.60),
        new("balanced", 0.90, 0.88, 0.40),
    ];

    [Theory]
    [InlineData(SelectionCriterion.TrainingPlusValidationAccuracy, "eager")]
    [InlineData(SelectionCriterion.ValidationAccuracy, "balanced")]
    [InlineData(SelectionCriterion.TrainingAccuracy, "eager")]
    [InlineData(SelectionCriterion.ValidationLoss, "balanced")]
    [InlineData(SelectionCriterion.GeneralisationGap, "careful")]
    public void Should_choose_by_each_criterion(SelectionCriterion criterion, string model)
    {
        Assert.Equal(model, ModelSelection.Select(criterion, Candidates).Model);
    }

    [Fact]
    public void Should_name_the_winner_of_every_criterion()
    {
        var result = ModelSelection.Select(SelectionCriterion.ValidationLoss, Candidates);

        Assert.Equal(Enum.GetValues<SelectionCriterion>(), result.Winners.Select(winner => winner.Criterion));
        Assert.Equal(["eager", "balanced", "eager", "balanced", "careful"], result.Winners.Select(winner => winner.Model));
        Assert.Equal(0.40, result.Winners[(int)SelectionCriterion.ValidationLoss].Value);
    }

    [Fact]
    public void Should_prefer_the_first_of_equal_models()
    {
        Candidate[] twins = [new("first", 0.9, 0.8, 0.3), new("second", 0.9, 0.8, 0.3)];
        Assert.All(ModelSelection.Select(default, twins).Winners, winner => Assert.Equal("first", winner.Model));
    }

    [Theory]
    [InlineData(SelectionCriterion.TrainingPlusValidationAccuracy, new[] { "eager", "balanced", "careful" })]
    [InlineData(SelectionCriterion.ValidationLoss, new[] { "balanced", "careful", "eager" })]
    public void Should_rank_the_best_first(SelectionCriterion criterion, string[] models)
    {
        Assert.Equal(models, ModelSelection.Rank(criterion, Candidates).Select(candidate => candidate.Model));
    }

    // One lucky seed proves less than a mean over three.
    [Fact]
    public void Should_choose_among_the_models_with_the_most_seeds()
    {
        Candidate[] candidates = [.. Candidates, new("finalist", 0.85, 0.86, 0.45, Seeds: 3), new("last", 0.84, 0.85, 0.46, Seeds: 3)];

        Assert.Equal("finalist", ModelSelection.Select(SelectionCriterion.ValidationAccuracy, candidates).Model);
        Assert.Equal(
            ["finalist", "last", "balanced", "eager", "careful"],
            ModelSelection.Rank(SelectionCriterion.ValidationAccuracy, candidates).Select(candidate => candidate.Model));
    }

    [Fact]
    public void Should_keep_equal_models_in_their_order()
    {
        Candidate[] twins = [new("first", 0.9, 0.8, 0.3), new("better", 0.9, 0.9, 0.2), new("second", 0.9, 0.8, 0.3)];
        var ranking = ModelSelection.Rank(SelectionCriterion.ValidationLoss, twins);
        Assert.Equal(["better", "first", "second"], ranking.Select(candidate => candidate.Model));
    }

    [Fact]
    public void Should_reject_a_loss_that_is_not_a_number()
    {
        var fault = Assert.Throws<ArgumentException>(() => ModelSelection.Select(default, [new("broken", 0.9, 0.8, double.NaN)]));
        Assert.Contains("broken", fault.Message);
    }
}
