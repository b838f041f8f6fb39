using FashionPipeline.Benchmarks.Comparison;

namespace FashionPipeline.Tests.Benchmarks.Comparison;

public sealed class ComparisonStudyTests
{
    [Fact]
    public void Should_let_each_side_be_the_first_once_in_as_many_rounds_as_there_are_sides() => Assert.Equal(
        ["ours libtorch python", "libtorch python ours", "python ours libtorch", "ours libtorch python"],
        Enumerable.Range(0, 4).Select(round => Names(ComparisonStudy.Turn(Side.All, round))));

    private static string Names(IEnumerable<Side> sides) => string.Join(' ', sides.Select(side => side.Name));
}
