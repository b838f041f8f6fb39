namespace FashionPipeline.Tests.Reporting.Figures;

public sealed class HistoryCurvesTests
{
    [Fact]
    public void Should_name_axes_epochs_and_both_curves()
    {
        var texts = DrawnFigure.Of(SampleReport.Create(), "loss-cnn").Texts;

        Assert.Superset(
            new HashSet<string> { "Model 2 Losses", "Epoch", "Loss", "Training Loss", "Validation Loss", "1", "2", "3", "4", "5" },
            texts.ToHashSet());
    }

    // Losses are 1 / epoch in training, 1.1 / epoch in validation.
    [Fact]
    public void Should_tell_the_value_of_each_curve_after_each_epoch() => Assert.Equal(
        [
            "Training Loss, Epoch 1: 1.0000", "Training Loss, Epoch 2: 0.5000", "Training Loss, Epoch 3: 0.3333",
            "Training Loss, Epoch 4: 0.2500", "Training Loss, Epoch 5: 0.2000",
            "Validation Loss, Epoch 1: 1.1000", "Validation Loss, Epoch 2: 0.5500", "Validation Loss, Epoch 3: 0.3667",
            "Validation Loss, Epoch 4: 0.2750", "Validation Loss, Epoch 5: 0.2200",
        ],
        DrawnFigure.Of(SampleReport.Create(), "loss-cnn").Values);

    [Fact]
    public void Should_draw_a_lower_loss_lower_and_a_later_epoch_farther_right()
    {
        var figure = DrawnFigure.Of(SampleReport.Create(), "loss-cnn");

        // In SVG, y grows downwards. Losses of 1, 0.5 and 0.25: the first step down is twice as high as the second.
        double Y(string value) => figure.Place($"Training Loss, Epoch {value}", "cy");
        double X(string value) => figure.Place($"Training Loss, Epoch {value}", "cx");
        Assert.True(Y("1: 1.0000") < Y("2: 0.5000"));
        Assert.Equal(2 * (Y("4: 0.2500") - Y("2: 0.5000")), Y("2: 0.5000") - Y("1: 1.0000"), 0.1);
        Assert.Equal(X("3: 0.3333") - X("2: 0.5000"), X("2: 0.5000") - X("1: 1.0000"), 0.1);
        Assert.True(X("1: 1.0000") < X("2: 0.5000"));
    }

    // Of three seeds the first has points and values; the two others are thin lines, one of training and one of validation each.
    [Fact]
    public void Should_draw_a_thin_line_for_each_curve_of_further_seeds()
    {
        var (one, three) = (DrawnFigure.Of(SampleReport.Create(), "loss-cnn"), DrawnFigure.Of(SampleReport.CreateWithSeeds(), "loss-cnn"));

        Assert.Equal(one.Values, three.Values);
        Assert.Equal(one.Count("path", "stroke-width", "1.5"), three.Count("path", "stroke-width", "1.5"));
        Assert.Equal(one.Count("path", "stroke-width", "1") + 4, three.Count("path", "stroke-width", "1"));
    }
}
