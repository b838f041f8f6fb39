using FashionPipeline.Evaluation.Embedding;

namespace FashionPipeline.Tests.Evaluation.Embedding;

public class NeighbourAgreementTests
{
    // Along a line at 0, 1, 2.5, 10 and 11: the nearest of each are 1, 0, 1, 11 and 10.
    [Fact]
    public void Should_count_the_nearest_points_that_are_of_the_class()
    {
        var agreement = Of([0, 1, 2.5, 10, 11], [0, 0, 1, 1, 1], neighbours: 1);

        Assert.Equal(4d / 5, agreement.All);
        Assert.Equal([1, 2d / 3], agreement.Classes);
    }

    [Fact]
    public void Should_take_the_lower_index_of_equally_far_points()
    {
        // Both ends are as far from the middle, which is of the class of the second.
        Assert.Equal([1, 0.5], Of([-1, 0, 1, -1.5], [0, 1, 1, 0], neighbours: 1).Classes);
    }

    // Each has two others, of which the first one of class 1 has one of its class.
    [Fact]
    public void Should_look_at_all_others_where_there_are_no_more()
    {
        Assert.Equal([0, 0.5], Of([0, 1, 2], [1, 0, 1], neighbours: 9).Classes);
        Assert.Equal(0, Of([0], [0], neighbours: 3).All);
    }

    private static NeighbourAgreement Of(double[] points, byte[] labels, int neighbours) => NeighbourAgreement.Of(
        new SpectralEmbeddingResult
        {
            Dimensions = 1, Coordinates = points, Eigenvalues = [], Components = 1, NonZeros = 0, LargestResidual = 0,
        },
        labels,
        labels.Max() + 1,
        neighbours);
}
