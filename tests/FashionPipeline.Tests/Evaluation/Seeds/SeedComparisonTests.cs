using FashionPipeline.Evaluation.Seeds;
using FashionPipeline.Tests.Reporting;

namespace FashionPipeline.Tests.Evaluation.Seeds;

public sealed class SeedComparisonTests
{
    private static readonly SeedComparison Comparison = SampleReport.WithSeedComparison(SampleReport.Create()).SeedComparisons[0];

    // 0.945, 0.92 and 0.93; 0.945, 0.935 and 0.94.
    [Fact]
    public void Should_say_where_a_seed_stands_among_all()
    {
        var standing = Comparison.Models[0];

        Assert.Equal((1, 0.92, 0.945), (standing.Rank, standing.Lowest, standing.Highest));
        Assert.Equal(2.795 / 3, standing.TestAccuracy.Mean, 1e-12);
        Assert.Equal(Math.Sqrt(0.000316666666666666 / 2), standing.TestAccuracy.Deviation!.Value, 1e-9);
        Assert.Equal(3, new SeedStanding(standing.All, standing.All.Runs[1]).Rank);
    }

    [Fact]
    public void Should_choose_by_the_rule_with_each_seed_alone()
    {
        Assert.Equal([12345UL, 1, 2], Comparison.Choices.Select(choice => choice.Key));
        Assert.Equal(["cnn", "cnn", "mlp"], Comparison.Choices.Select(choice => choice.Value));
        Assert.Equal((2, 1), (Comparison.TimesChosen("cnn"), Comparison.TimesChosen("mlp")));
    }

    // Differences 0, 0.015 and 0.01: mean 0.0083333, standard deviation 0.0076376; with t = 4.3026527 the half is 0.0189730.
    [Fact]
    public void Should_pair_the_best_models_seed_by_seed()
    {
        var pair = Comparison.BestTwo!;

        Assert.Equal(("cnn", "mlp"), (pair.First, pair.Second));
        Assert.Equal([12345UL, 1, 2], pair.Seeds);
        Assert.Equal(0.0083333, pair.TestAccuracy.Spread.Mean, 1e-7);
        Assert.Equal(-0.0106397, pair.TestAccuracy.Interval!.Value.Low, 1e-6);
        Assert.Equal(0.0273063, pair.TestAccuracy.Interval.Value.High, 1e-6);
    }

    [Fact]
    public void Should_pair_only_seeds_that_both_models_have()
    {
        var (first, second) = (Comparison.Models[0].All, Comparison.Models[1].All);

        Assert.Equal([12345UL, 2], ModelPair.Of(first, second with { Runs = [second.Runs[2], second.Runs[0]] }).Seeds);
    }

    [Fact]
    public void Should_compare_no_model_of_which_it_cannot_tell_that_it_is_the_same()
    {
        var content = SampleReport.Create();
        var (mlp, cnn) = (Comparison.Models[0].All, Comparison.Models[1].All);
        var own = mlp.Runs[0];

        Assert.Equal(Incomparable.NoSuchModel, Reason([cnn]));
        Assert.Equal(Incomparable.NoSuchSeed, Reason([mlp with { Runs = [mlp.Runs[1]] }, cnn]));
        Assert.Equal(Incomparable.OtherFigures, Reason([mlp with { Runs = [own with { TestAccuracy = 0.9 }] }, cnn]));
        var others = own.History.Select(epoch => epoch with { Loss = epoch.Loss + 1e-15 });
        Assert.Equal(Incomparable.OtherFigures, Reason([mlp with { Runs = [own with { History = [.. others] }] }, cnn]));

        Incomparable Reason(IReadOnlyList<SeedRuns> seeds)
        {
            var comparison = SeedComparison.Of("other", seeds, content.Findings);
            Assert.Equal("cnn", Assert.Single(comparison.Models).All.Model);
            Assert.Null(comparison.BestTwo);
            Assert.Empty(comparison.Choices);
            var (model, reason) = Assert.Single(comparison.LeftOut);
            Assert.Equal("mlp", model);
            return reason;
        }
    }
}
