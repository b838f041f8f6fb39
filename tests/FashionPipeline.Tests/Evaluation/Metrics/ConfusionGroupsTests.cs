using FashionPipeline.Evaluation.Metrics;

namespace FashionPipeline.Tests.Evaluation.Metrics;

public class ConfusionGroupsTests
{
    // Classes 0 and 2 take 2 of their 200 images for each other, which is 1%; 2 and 3 more; 1 and 4 only one.
    [Fact]
    public void Should_join_classes_directly_and_by_way_of_others()
    {
        var groups = ConfusionGroups.Of(Matrix(
            [98, 0, 2, 0, 0],
            [0, 99, 0, 0, 1],
            [0, 0, 90, 10, 0],
            [0, 0, 5, 95, 0],
            [0, 0, 0, 0, 100]));

        Assert.Equal([[0, 2, 3]], groups.Groups);
        Assert.Equal([17], groups.Mistakes);
        Assert.Equal(18, groups.All);
    }

    [Fact]
    public void Should_find_no_groups_where_nothing_is_confused()
    {
        var groups = ConfusionGroups.Of(Matrix([3, 0], [0, 0]));

        Assert.Empty(groups.Groups);
        Assert.Equal(0, groups.All);
    }

    private static ConfusionMatrix Matrix(params int[][] rows) =>
        new() { Classes = rows.Length, Counts = [.. rows.SelectMany(row => row)] };
}
