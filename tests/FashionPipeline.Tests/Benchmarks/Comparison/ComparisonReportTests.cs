using FashionPipeline.Benchmarks;
using FashionPipeline.Benchmarks.Comparison;

namespace FashionPipeline.Tests.Benchmarks.Comparison;

public sealed class ComparisonReportTests
{
    private static readonly BenchmarkOptions Options = new() { Epochs = 1 };

    // A side costs twice and four times as much as the first one; the rounds differ by a tenth.
    private static readonly SideResults[] Sides =
        [Results("ours", "ours", 1), Results("libtorch", "libtorch", 2), Results("python", "Python", 4)];

    [Fact]
    public async Task Should_show_each_side_and_the_first_one_over_each_of_the_others() =>
        await Verify(ComparisonReport.Markdown(Options, Sides, "A machine, 2 cores."));

    [Fact]
    public void Should_show_two_sides_beside_each_other_or_one_alone()
    {
        Assert.Contains("\n| what | ours | Python | ours/Python |\n|---|---:|---:|---:|\n", Markdown(Sides[0], Sides[2]));
        Assert.Contains("\n| what | libtorch |\n|---|---:|\n", Markdown(Sides[1]));

        static string Markdown(params SideResults[] sides) => ComparisonReport.Markdown(Options, sides, "A machine.");
    }

    [Fact]
    public void Should_list_every_run_of_every_side()
    {
        var lines = ComparisonReport.Csv(Sides).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("side,round,measure,unit,value", lines[0]);
        Assert.Equal(1 + (3 * 3 * Measure.All.Count), lines.Length);
        Assert.Contains("ours,1,\"train both models\",s,10.0000", lines);
        Assert.Contains("libtorch,2,\"train both models\",s,22.0000", lines);
        Assert.Contains("python,3,\"train both models\",s,48.0000", lines);
    }

    private static SideResults Results(string name, string title, double cost)
    {
        var side = new Side(name, title, _ => { }, (_, _, _) => Run(0), options => $"`run {name} --jobs {options.Jobs}`");
        return new SideResults(side, [Run(1), Run(1.1), Run(1.2)]);

        JobResult Run(double noise) => new(
            Measure.All.Index().ToDictionary(measure => measure.Item.Name, measure => (10 + measure.Index) * cost * noise),
            [$"{name} 1.0", "package 2.0"]);
    }
}
