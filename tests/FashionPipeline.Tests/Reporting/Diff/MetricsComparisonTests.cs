using System.Text;
using System.Text.Json;
using FashionPipeline.Reporting.Diff;

namespace FashionPipeline.Tests.Reporting.Diff;

public sealed class MetricsComparisonTests
{
    private static readonly Tolerance[] Tolerances =
    [
        new() { Metric = "models.*.validationAccuracy.mean", Better = Direction.Higher, Absolute = 0.005 },
        new() { Metric = "models.*.validationLoss.mean", Better = Direction.Lower, Relative = 0.1 },
    ];

    [Theory]
    [InlineData(0.8824, 0.30, Verdict.WithinTolerance, null)]
    [InlineData(0.8823, 0.30, Verdict.Worse, null)]
    [InlineData(0.8925, 0.34, Verdict.Better, Verdict.Worse)]
    [InlineData(0.8874, 0.32, null, Verdict.WithinTolerance)]
    [InlineData(0.8874, 0.26, null, Verdict.Better)]
    public void Should_judge_by_tolerance_and_direction(double accuracy, double loss, Verdict? ofAccuracy, Verdict? ofLoss)
    {
        var metrics = new MetricsComparison(Metrics("cnn", 0.8874, 0.30), Metrics("cnn", accuracy, loss), Tolerances).Metrics;

        Assert.Equal(ofAccuracy, metrics.FirstOrDefault(change => change.Metric == "models.cnn.validationAccuracy.mean")?.Verdict);
        Assert.Equal(ofLoss, metrics.FirstOrDefault(change => change.Metric == "models.cnn.validationLoss.mean")?.Verdict);
    }

    [Fact]
    public void Should_know_a_list_s_items_by_their_names()
    {
        var comparison = new MetricsComparison(Metrics("cnn", 0.88, 0.3), Metrics("mlp", 0.88, 0.3), Tolerances);

        Assert.Contains(new("models.cnn.validationAccuracy.mean", 0.88, null, null), comparison.Metrics);
        Assert.Contains(new("models.mlp.validationAccuracy.mean", null, 0.88, null), comparison.Metrics);
        Assert.Contains(new("selection.model", "cnn", "mlp"), comparison.Facts);
    }

    [Fact]
    public void Should_say_of_the_selected_model_how_its_accuracy_moved() => Assert.Equal(
        new("cnn", "mlp", 0.88, 0.9) { Deviation = 0.01 },
        new MetricsComparison(Metrics("cnn", 0.88, 0.3), Metrics("mlp", 0.9, 0.3, "0.01"), Tolerances).Headline);

    // Without a validation set, what is called validation accuracy is that on the test images.
    [Fact]
    public void Should_compare_test_with_test_where_one_side_alone_has_a_validation_set()
    {
        var (without, with) = (Metrics("cnn", 0.88, 0.3), Metrics("cnn", 0.91, 0.2, test: "0.9"));

        var there = new MetricsComparison(without, with, Tolerances);
        var back = new MetricsComparison(with, without, Tolerances);

        Assert.Equal(new("cnn", "cnn", 0.88, 0.9), there.Headline);
        Assert.Contains(new("models.cnn.testAccuracy.mean", 0.88, 0.9, null), there.Metrics);
        Assert.Contains(new("models.cnn.validationAccuracy.mean", null, 0.91, null), there.Metrics);
        Assert.Contains(new("models.cnn.testAccuracy.mean", 0.9, 0.88, null), back.Metrics);
        Assert.Contains(new("models.cnn.validationLoss.mean", 0.2, null, null), back.Metrics);
        Assert.Contains(new("models.cnn.testLoss.mean", null, 0.3, null), back.Metrics);
    }

    [Fact]
    public void Should_take_the_run_that_comes_first_for_the_model_s() => Assert.Equal(
        ("cnn/1", "mlp/1"), new MetricsComparison(Metrics("cnn", 0.88, 0.3), Metrics("mlp", 0.9, 0.3), Tolerances).FirstRuns);

    [Theory]
    [InlineData("0.88", "\"high\"")]
    [InlineData("0.88", "1e999")]
    [InlineData("\"runs\"", "\"walks\"")]
    public void Should_refuse_metrics_that_are_not_numbers(string found, string replacement)
    {
        var broken = Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(Metrics("cnn", 0.88, 0.3)).Replace(found, replacement, StringComparison.Ordinal));

        Assert.ThrowsAny<JsonException>(() =>
        {
            var comparison = new MetricsComparison(broken, Metrics("cnn", 0.88, 0.3), Tolerances);
            return (comparison.Headline, comparison.FirstRuns);
        });
    }

    [Fact]
    public void Should_tell_the_recall_of_classes_over_seeds()
    {
        var classes = new MetricsComparison(Metrics("cnn", 0.88, 0.3), Metrics("cnn", 0.9, 0.3), Tolerances).Classes;

        Assert.Equal([new("cnn", "Shirt", 0.78, 0.8), new("cnn", "Bag", 0.98, 1)],
            classes.Select(change => change with { Before = Math.Round(change.Before, 9), Now = Math.Round(change.Now, 9) }));
    }

    [Fact]
    public void Should_set_the_classes_of_two_selected_models_beside_each_other()
    {
        var classes = new MetricsComparison(Metrics("cnn", 0.88, 0.3), Metrics("wide", 0.9, 0.3), Tolerances).Classes;

        Assert.Equal([new("cnn -> wide", "Shirt", 0.78, 0.8), new("cnn -> wide", "Bag", 0.98, 1)],
            classes.Select(change => change with { Before = Math.Round(change.Before, 9), Now = Math.Round(change.Now, 9) }));
    }

    [Fact]
    public void Should_find_nothing_where_nothing_differs()
    {
        var comparison = new MetricsComparison(Metrics("cnn", 0.88, 0.3), Metrics("cnn", 0.88, 0.3), Tolerances);

        Assert.Empty(comparison.Metrics);
        Assert.Empty(comparison.Facts);
        Assert.Empty(comparison.Classes);
    }

    // Two runs: Shirt has a recall of 0.2 below and 0 below the accuracy.
    internal static byte[] Metrics(string model, double accuracy, double loss, string? deviation = null, string? test = null) =>
        Encoding.UTF8.GetBytes(FormattableString.Invariant(
        $$$"""
        {"models": [{"name": "{{{model}}}",
          "validationAccuracy": {"mean": {{{accuracy}}}{{{(deviation is null ? "" : $", \"standardDeviation\": {deviation}")}}}},
          "validationLoss": {"mean": {{{loss}}}},
          {{{(test is null ? "" : $"\"testAccuracy\": {{\"mean\": {test}}},")}}}
          "runs": [
            {"seed": 1, "classes": [{"class": "Shirt", "recall": {{{accuracy - 0.2}}}}, {"class": "Bag", "recall": {{{accuracy + 0.1}}}}]},
            {"seed": 2, "classes": [{"class": "Shirt", "recall": {{{accuracy}}}}, {"class": "Bag", "recall": {{{accuracy + 0.1}}}}]}]}],
          "selection": {"model": "{{{model}}}"}}
        """));
}
