using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Metrics;

namespace FashionPipeline.Tests.Evaluation.Metrics;

public class CoverageTests
{
    // The surest is right, the next one wrong, the third right, the last wrong: 1, 1/2, 2/3 and 1/2 of them.
    [Fact]
    public void Should_begin_with_the_images_of_which_the_model_is_surest()
    {
        var coverage = Coverage.Of(Predict((0.6f, false), (0.9f, true), (0.8f, false), (0.7f, true)));

        Assert.Equal(Coverage.Steps, coverage.Accuracies.Count);
        Assert.Equal([1, 1, 0.5, 2d / 3, 0.5], new[] { 1, 25, 50, 75, 100 }.Select(step => coverage.Accuracies[step - 1]));
    }

    [Fact]
    public void Should_name_the_largest_share_that_is_accurate_enough()
    {
        var coverage = Coverage.Of(Predict((0.6f, false), (0.9f, true), (0.8f, false), (0.7f, true)));

        Assert.Equal(0.75, coverage.LargestAt(0.6));
        Assert.Equal(0.25, coverage.LargestAt(1));
        Assert.Equal(0, Coverage.Of(Predict((0.9f, false))).LargestAt(0.5));
        Assert.Empty(Coverage.Of(Predict()).Accuracies);
    }

    private static Predictions Predict(params (float Confidence, bool IsRight)[] images) => new()
    {
        Classes = 2,
        Probabilities = [.. images.SelectMany(image => new[] { 1 - image.Confidence, image.Confidence })],
        Labels = [.. images.Select(image => (byte)(image.IsRight ? 1 : 0))],
    };
}
