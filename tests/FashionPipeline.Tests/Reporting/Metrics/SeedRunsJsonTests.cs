using System.Text;
using System.Text.Json;
using FashionPipeline.Evaluation.Seeds;
using FashionPipeline.Reporting.Metrics;

namespace FashionPipeline.Tests.Reporting.Metrics;

public sealed class SeedRunsJsonTests
{
    // To the last bit: by that a model is told to be the same.
    [Fact]
    public void Should_read_what_a_report_has_written()
    {
        var content = SampleReport.CreateWithSeeds();

        var read = SeedRunsJson.Read(MetricsFile.ToBytes(content));

        Assert.Equal(["mlp", "cnn"], read.Select(model => model.Model));
        Assert.All(content.Models.Zip(read), pair => Assert.All(
            pair.First.Runs.Zip(pair.Second.Runs), runs => Assert.True(runs.Second.IsSameAs(SeedRun.Of(runs.First)))));
    }

    [Fact]
    public void Should_write_where_the_seed_stands_and_how_the_models_differ()
    {
        using var json = JsonDocument.Parse(MetricsFile.ToBytes(SampleReport.WithSeedComparison(SampleReport.Create())));

        var comparison = json.RootElement.GetProperty("seedComparisons")[0];
        Assert.Equal("sample-seeds", comparison.GetProperty("name").GetString());
        Assert.Equal((1, 3, 2), (Of("rank"), Of("seeds"), Of("timesChosen")));
        Assert.Equal(0.0273063, comparison.GetProperty("pairedDifference").GetProperty("high").GetDouble(), 1e-6);

        int Of(string name) => comparison.GetProperty("models")[1].GetProperty(name).GetInt32();
    }

    [Fact]
    public void Should_write_nothing_of_seeds_where_there_is_nothing_to_compare()
    {
        using var json = JsonDocument.Parse(MetricsFile.ToBytes(SampleReport.Create()));

        Assert.False(json.RootElement.TryGetProperty("seedComparisons", out _));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"models": [{"name": "cnn", "runs": []}]}""")]
    [InlineData("""{"models": [{"name": "cnn", "runs": [{"seed": 1, "accuracy": 0.9, "history": []}]}]}""")]
    [InlineData("""{"models": [{"name": "cnn", "runs": [{"seed": -1, "accuracy": 0.9, "history": [{"epoch": 1}]}]}]}""")]
    [InlineData("""{"models": [{"name": "cnn", "runs": [{"seed": 1, "history": [{"epoch": 1}]}]}]}""")]
    [InlineData("no JSON")]
    public void Should_refuse_what_has_no_runs_with_seeds(string json) =>
        Assert.ThrowsAny<JsonException>(() => SeedRunsJson.Read(Encoding.UTF8.GetBytes(json)));
}
