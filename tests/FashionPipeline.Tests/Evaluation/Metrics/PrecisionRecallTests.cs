using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Metrics;

namespace FashionPipeline.Tests.Evaluation.Metrics;

public class PrecisionRecallTests
{
    // By hand: scikit-learn's example y = 0, 0, 1, 1 with scores 0.1, 0.4, 0.35, 0.8 has the average precision 0.8333.
    [Fact]
    public void Should_average_precisions_as_scikit_learn_does()
    {
        var curve = PrecisionRecall.Of(Binary((0.1f, 0), (0.4f, 0), (0.35f, 1), (0.8f, 1)), label: 1);

        Assert.Equal((1 + (2d / 3)) / 2, curve.AveragePrecision, 12);
        Assert.All(curve.Precisions.Take(50), precision => Assert.Equal(1, precision));
        Assert.All(curve.Precisions.Skip(50), precision => Assert.Equal(2d / 3, precision));
        Assert.Equal(PrecisionRecall.Steps, curve.Precisions.Count);
    }

    // No threshold tells the two apart.
    [Fact]
    public void Should_take_equally_probable_images_together()
    {
        Assert.Equal(0.5, PrecisionRecall.Of(Binary((0.5f, 1), (0.5f, 0)), label: 1).AveragePrecision);
        Assert.Equal(0.5, PrecisionRecall.Of(Binary((0.5f, 0), (0.5f, 1)), label: 1).AveragePrecision);
    }

    [Fact]
    public void Should_have_no_curve_of_a_class_without_images()
    {
        var curve = PrecisionRecall.Of(Binary((0.5f, 0)), label: 1);

        Assert.Empty(curve.Precisions);
        Assert.Equal(0, curve.AveragePrecision);
    }

    private static Predictions Binary(params (float Probability, byte Label)[] images) => new()
    {
        Classes = 2,
        Probabilities = [.. images.SelectMany(image => new[] { 1 - image.Probability, image.Probability })],
        Labels = [.. images.Select(image => image.Label)],
    };
}
