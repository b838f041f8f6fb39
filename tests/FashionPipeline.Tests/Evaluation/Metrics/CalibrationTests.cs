using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Metrics;

namespace FashionPipeline.Tests.Evaluation.Metrics;

public class CalibrationTests
{
    [Fact]
    public void Should_weigh_the_distance_of_accuracy_from_confidence_by_the_images_of_a_bin()
    {
        // Two images at 0.75, one of them right; one at 1 that is right; one at 0.625 that is wrong: (|1 - 1.5| + 0 + 0.625) / 4.
        var calibration = Calibration.Of(Binary((0.75f, true), (0.75f, false), (1, true), (0.625f, false)));

        Assert.Equal(0.28125, calibration.ExpectedError);
        Assert.Equal(0.625, calibration.MaximumError);
        Assert.Equal(0.78125, calibration.MeanConfidence);
        var bin = calibration.Bins[11];
        Assert.Equal((11 / 15d, 12 / 15d, 2, 1), (bin.Low, bin.High, bin.Count, bin.Correct));
        Assert.Equal((0.75, 0.5), (bin.Confidence, bin.Accuracy));
    }

    [Fact]
    public void Should_find_no_error_where_a_model_is_sure_and_right()
    {
        var calibration = Calibration.Of(Binary((1, true), (1, true)));

        Assert.Equal(0, calibration.ExpectedError);
        Assert.Equal([2], calibration.Bins.Where(bin => bin.Count > 0).Select(bin => bin.Count));
        Assert.Equal(2, calibration.Bins[^1].Count);
    }

    [Fact]
    public void Should_count_nothing_for_empty_bins()
    {
        var calibration = Calibration.Of(Binary((0.75f, true)));

        Assert.Equal(Calibration.BinCount, calibration.Bins.Count);
        Assert.Equal(0.25, calibration.ExpectedError);
        Assert.All(calibration.Bins.Where(bin => bin.Count == 0), bin => Assert.Equal((0, 0), (bin.Confidence, bin.Accuracy)));
    }

    [Fact]
    public void Should_place_a_confidence_by_its_exact_value()
    {
        // As floats, 0.6 and 0.8 lie 2e-8 and 1e-8 above 9/15 and 12/15.
        var predictions = new Predictions { Classes = 2, Labels = [0, 0], Probabilities = [0.6f, 0.4f, 0.8f, 0.2f] };

        var calibration = Calibration.Of(predictions);

        Assert.Equal(1, calibration.Bins[9].Count);
        Assert.Equal(1, calibration.Bins[12].Count);
    }

    [Fact]
    public void Should_count_an_undecided_image_for_the_first_of_the_likeliest_classes()
    {
        var calibration = Calibration.Of(new Predictions { Classes = 2, Labels = [0, 1], Probabilities = [0.5f, 0.5f, 0.5f, 0.5f] });

        Assert.Equal((2, 1), (calibration.Bins[7].Count, calibration.Bins[7].Correct));
        Assert.Equal(0, calibration.ExpectedError);
    }

    [Fact]
    public void Should_take_an_image_without_any_probability_into_the_first_bin()
    {
        var calibration = Calibration.Of(new Predictions { Classes = 2, Labels = [1], Probabilities = [0, 0] });

        Assert.Equal(1, calibration.Bins[0].Count);
    }

    private static Predictions Binary(params (float Confidence, bool IsRight)[] images) => new()
    {
        Classes = 2,
        Labels = [.. images.Select(image => image.IsRight ? (byte)0 : (byte)1)],
        Probabilities = [.. images.SelectMany(image => new[] { image.Confidence, 1 - image.Confidence })],
    };
}
