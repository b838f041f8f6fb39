using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Comparison;

namespace FashionPipeline.Tests.Evaluation.Comparison;

public sealed class PredictionFlipsTests
{
    [Fact]
    public void Should_list_flipped_images_the_surest_first()
    {
        var before = Of([0, 1, 1, 0], [0.9f, 0.1f, 0.3f, 0.7f, 0.6f, 0.4f, 0.8f, 0.2f]); // 0 1 0 0
        var now = Of([0, 1, 1, 0], [0.8f, 0.2f, 0.6f, 0.4f, 0.1f, 0.9f, 0.8f, 0.2f]); //    0 0 1 0

        var flips = PredictionFlips.Of(before, now);

        Assert.Equal([new(2, 1, 0, 1, 0.9f), new(1, 1, 1, 0, 0.6f)], flips.Images);
        Assert.Equal((1, 1), (flips.Test.OnlyFirst, flips.Test.OnlySecond));
    }

    [Fact]
    public void Should_refuse_predictions_of_other_images() => Assert.Throws<ArgumentException>(() =>
        PredictionFlips.Of(Of([0], [0.9f, 0.1f]), Of([1], [0.9f, 0.1f])));

    private static Predictions Of(byte[] labels, float[] probabilities) =>
        new() { Classes = 2, Labels = labels, Probabilities = probabilities };
}
