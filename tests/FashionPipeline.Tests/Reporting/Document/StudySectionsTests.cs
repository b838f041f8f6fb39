using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Tables;

namespace FashionPipeline.Tests.Reporting.Document;

/// <summary>What settings give: baselines, variants, sweeps.</summary>
public sealed class StudySectionsTests
{
    // Model 1 errs as model 2 does, and takes each of the 20 dresses for a shirt besides: 20 of 200 images.
    [Fact]
    public void Should_show_the_gain_of_each_class_over_a_baseline_the_worst_class_first()
    {
        var content = SampleReport.CreateWithWorseFirstModel();
        content = content with
        {
            Findings = Findings.Of(
                [.. content.Models.Select(model => model.Findings)], content.Findings.Selection, content.Data.Train, ["mlp", "cnn"]),
        };

        var text = Sections.Text(content, "Gain by class");

        Assert.Contains(
            "\nDress | 100.0% | 0.0% | +100.0 (+76.0 to +100.0)\nPullover | 65.0% | 65.0% | 0 (−8.9 to +8.9)\n", text,
            StringComparison.Ordinal);
        Assert.Contains("\nAll | 94.5% | 84.5% | +10.0 (+5.7 to +14.1)", text, StringComparison.Ordinal);
        Assert.Contains("Gains whose interval lies above 0: Dress (+100.0 points).", text, StringComparison.Ordinal);
        Assert.Contains(
            "mlp,Dress,1,0,1,0.7595", Csv(content, "gains"), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_set_a_variant_beside_its_model_and_leave_its_own_section_out()
    {
        var content = SampleReport.CreateWithWorseFirstModel();
        var variation = new ModelVariation(
            "cnn", [new("layers.01", "null"), new KeyValuePair<string, string>("training.epochs", "3")], IsOfSweep: false);
        content = SampleReport.WithModels(content, [content.Models[0] with { Variation = variation }, content.Models[1]]);

        var text = Sections.Text(content, "What each setting gives: Model 2: convolutions");

        Assert.Contains("\nModel 2: convolutions |  | 91.40% | \n", text, StringComparison.Ordinal);
        Assert.Contains(
            "\nModel 1: ReLU activations | without layers.01, training.epochs 3 | 89.40% | −10.00 (−14.13 to −5.67)", text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Model 1: ReLU activations", Sections.Headings(content));
        Assert.Contains("cnn,mlp,12345,layers.01 null; training.epochs 3,", Csv(content, "variants"), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_rank_the_points_of_a_sweep_and_show_what_its_setting_does()
    {
        var content = SampleReport.CreateLarge(models: 4, classes: 3);
        content = SampleReport.WithModels(content, [.. content.Models.Select(model => model with
        {
            Variation = new ModelVariation(
                "grid", [new("training.learning_rate", model.Number % 2 == 0 ? "0.1" : "0.01")], IsOfSweep: true),
        })]);

        var text = Sections.Text(content, "Sweep grid");

        Assert.True(
            text.IndexOf("0.1 | Model 4", StringComparison.Ordinal) < text.IndexOf("0.01 | Model 3", StringComparison.Ordinal)
                && text.IndexOf("0.01 | Model 1", StringComparison.Ordinal) > 0, text);

        // Accuracies are 0.8 + 0.01 a model less 0.016: means of models 2 and 4, 1 and 3.
        Assert.Contains(
            "Mean validation accuracy by training.learning_rate: 0.01 80.40%, 0.1 81.40%", text, StringComparison.Ordinal);
        Assert.Contains("the best, a-model-with-a-rather-long-name-4, reached 82.40%", text, StringComparison.Ordinal);
        Assert.Equal(
            [content.BestModel.Title],
            Sections.Headings(content).Where(heading => heading.StartsWith("Model", StringComparison.Ordinal) && heading != "Model card"));
        Assert.Contains(
            "What each model is given: Sweep grid: pixels / 255.", Sections.Text(content, "Preprocessing"), StringComparison.Ordinal);
        Assert.StartsWith("training.learning_rate,model,seeds,", Csv(content, "sweep-grid"), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_of_a_point_that_diverged_when_it_did()
    {
        var content = SampleReport.CreateLarge(models: 2, classes: 3);
        content = SampleReport.WithModels(content, [.. content.Models.Select(model => model with { Variation = Point("grid", "0.1") })])
            with
            {
                FailedRuns =
                [
                    new FailedRun("grid-9", 1, "the loss of step 3 of epoch 2 is NaN") { Variation = Point("grid", "9") },
                    new FailedRun("other-9", 1, "the loss of step 1 of epoch 1 is NaN") { Variation = Point("other", "9") },
                ],
            };

        var text = Sections.Text(content, "Sweep grid");

        Assert.Contains("\n9 | grid-9 diverged: the loss of step 3 of epoch 2 is NaN | – | – | –", text, StringComparison.Ordinal);
        Assert.DoesNotContain("other-9", text, StringComparison.Ordinal);
        Assert.Contains("ranks the 2 points", text, StringComparison.Ordinal);

        static ModelVariation Point(string sweep, string rate) => new(sweep, [new("training.learning_rate", rate)], IsOfSweep: true);
    }

    // As some of a sweep are drawn, or diverge, the first point need not have the smallest value.
    [Fact]
    public void Should_draw_the_effect_of_numbers_by_their_size()
    {
        var content = SampleReport.CreateLarge(models: 3, classes: 3);
        string[] values = ["64", "8", "0.5"];
        content = SampleReport.WithModels(content, [.. content.Models.Select(model => model with
        {
            Variation = new ModelVariation("grid", [new("training.batch_size", values[model.Number - 1])], IsOfSweep: true),
        })]);

        Assert.Contains("by training.batch_size: 0.5 81.40%, 8 80.40%, 64 79.40%", Sections.Text(content, "Sweep grid"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Should_have_no_such_section_where_models_stand_for_themselves() => Assert.DoesNotContain(
        Sections.Headings(SampleReport.Create()),
        heading => heading.StartsWith("What each", StringComparison.Ordinal) || heading.StartsWith("Sweep", StringComparison.Ordinal)
            || heading == "Gain by class");

    [Fact]
    public void Should_draw_samples_as_training_has_them()
    {
        var content = SampleReport.Create();
        content = content with { Augmented = new AugmentedContent("cnn", 12345, [content.Data.Train, content.Data.Train]) };

        var text = Sections.Text(content, "Preprocessing");

        Assert.Contains("In training, Model 2 (cnn) sees its images shifted or flipped anew in each epoch", text, StringComparison.Ordinal);
        Assert.Contains("9 training images, and below each the same one shifted and flipped as in the first 2 epochs", text,
            StringComparison.Ordinal);
        Assert.Equal(
            ["Image", "Epoch 1", "Epoch 2"], Figures.DrawnFigure.Of(content, "augmentation").Texts);
    }

    private static string Csv(ReportContent content, string name) =>
        System.Text.Encoding.UTF8.GetString(ReportTables.Of(content).Single(table => table.Name == name).ToBytes());
}
