using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Tests.Reporting.Document;

public sealed class ModelSectionTests
{
    private const string Heading = "Model 2: convolutions";

    [Fact]
    public void Should_say_whose_lines_are_pale() => Assert.Contains(
        "Accuracies of model 2, seed 1; the pale lines are of seeds 2, 3.",
        Sections.Text(SampleReport.CreateWithSeeds(), Heading),
        StringComparison.Ordinal);

    [Fact]
    public void Should_speak_of_no_pale_lines_where_there_is_one_seed() =>
        Assert.DoesNotContain("pale", Sections.Text(SampleReport.Create(), Heading), StringComparison.Ordinal);

    [Fact]
    public void Should_give_the_test_accuracy_beside_that_of_the_images_that_were_set_aside()
    {
        Assert.Contains(
            "validation accuracy 91.40%, test accuracy 94.50%.",
            Sections.Text(SampleReport.WithValidationSet(SampleReport.Create()), Heading), StringComparison.Ordinal);
        Assert.Contains(
            "1 | 93.00% | 91.40% | 0.2200 | 94.50%",
            Sections.Text(SampleReport.WithValidationSet(SampleReport.CreateWithSeeds()), Heading), StringComparison.Ordinal);
        Assert.DoesNotContain("est accuracy", Sections.Text(SampleReport.CreateWithSeeds(), Heading), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_one_epoch()
    {
        var content = SampleReport.ChangeRuns(SampleReport.Create(), run => run with { History = [run.History[0]] });

        Assert.Contains(
            "gives the results after the only epoch with seed 12345", Sections.Text(content, Heading), StringComparison.Ordinal);
        Assert.DoesNotContain("1 epochs", Sections.Text(content), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_add_the_parameters_of_the_layers_up_in_a_row_that_stays_below()
    {
        var layers = Sections.Blocks(SampleReport.Create(), Heading).OfType<TableBlock>().First();

        Assert.Equal(1, layers.Totals);
        Assert.Equal(["Total", "", "", "", "407,050"], layers.Rows[^1]);
    }

    [Fact]
    public void Should_tell_running_means_and_variances_from_what_is_trained()
    {
        var sample = SampleReport.Create();
        var normalisation = new LayerRow("batch_normalization", "BatchNormalization", "(None, 10)", 40) { NonTrainable = 20 };
        var content = sample with
        {
            Models = [.. sample.Models.Select(model => model with { Layers = [.. model.Layers, normalisation] })],
        };

        Assert.Contains(
            "Layers of model 2: 407,070 trained parameters and 20 running means and variances.",
            Sections.Text(content, Heading),
            StringComparison.Ordinal);
    }

    // 53,067 of 60,000 images: 0.88445, which no double has exactly. A terminal shows 0.8845.
    [Fact]
    public void Should_round_as_a_terminal_does()
    {
        var content = SampleReport.ChangeRuns(SampleReport.Create(), run => run with
        {
            History = [run.History[0] with { Loss = 53_067 / 60_000d, Accuracy = 53_067 / 60_000d }],
        });

        Assert.Contains("1 | 0.8845 | 88.45% | ", Sections.Text(content, Heading), StringComparison.Ordinal);
    }
}
