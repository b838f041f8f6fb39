using FashionPipeline.Pipeline.Experiments.Texts;

namespace FashionPipeline.Tests.Pipeline.Experiments.Reading;

public sealed class CompareWithTests : IDisposable
{
    private readonly ExperimentDesk desk = new();

    public CompareWithTests()
    {
        desk.Write("seeds", ExperimentDesk.Valid);
        desk.Write("base", ExperimentDesk.Valid + "\ncompare_with: [seeds]\n");
    }

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Should_compare_with_nothing_unless_asked_to()
    {
        Assert.Empty(desk.Load("seeds").CompareWith);
        Assert.DoesNotContain("compare_with", ExperimentText.Of(desk.Load("seeds")).ToDictionary().Keys);
    }

    [Fact]
    public void Should_name_experiments_in_order()
    {
        var experiment = desk.LoadText(ExperimentDesk.Valid + "\ncompare_with: [seeds, base]\n");

        Assert.Equal(["seeds", "base"], experiment.CompareWith);
        Assert.Equal("[seeds, base]", ExperimentText.Of(experiment).ToDictionary()["compare_with"]);
    }

    [Fact]
    public void Should_inherit_a_comparison_replace_it_and_take_it_away()
    {
        Assert.Equal(["seeds"], desk.LoadText("extends: base\ntitle: Child\n").CompareWith);
        Assert.Equal(["base"], desk.LoadText("extends: base\ncompare_with: [base]\n").CompareWith);
        Assert.Empty(desk.LoadText("extends: base\ncompare_with: null\n").CompareWith);
        Assert.Empty(desk.Load("base", "compare_with=null").CompareWith);
    }

    [Theory]
    [InlineData("[sedes]", "15:16", "compare_with: there is no experiment 'sedes'; did you mean 'seeds'? Known: seeds, base, e")]
    [InlineData("[e]", "15:16", "compare_with: 'e' is this experiment itself; leave it out")]
    [InlineData("[seeds, seeds]", "15:23", "compare_with: 'seeds' stands here a second time")]
    [InlineData("seeds", "15:15", "compare_with: expected a list of experiments, such as [fashion-mnist-seeds], found seeds")]
    [InlineData("[7]", "15:16", "compare_with: expected a text, found 7")]
    public void Should_point_to_each_kind_of_fault(string value, string place, string message) => Assert.StartsWith(
        $"experiments/e.yaml:{place}: {message}",
        Assert.Single(desk.FaultsOf($"{ExperimentDesk.Valid}\ncompare_with: {value}\n")),
        StringComparison.Ordinal);

    [Fact]
    public void Should_say_how_a_child_stops_comparing_with_itself()
    {
        desk.Write("seeds", "extends: base\nseeds: [1, 2, 3]\n");

        Assert.EndsWith(
            "'seeds' is this experiment itself; leave it out, and where it is inherited write compare_with: null",
            Assert.Single(desk.Faults("seeds")), StringComparison.Ordinal);
    }
}
