using System.Text.Json;
using FashionPipeline.Pipeline.Execution;

namespace FashionPipeline.Tests.Pipeline.Execution;

public sealed class RunLogTests
{
    [Fact]
    public void Should_write_what_each_stage_cost_in_the_order_in_which_they_began()
    {
        var log = new RunLog();
        log.Time("train/mlp/1", () => log.Time("read", () => 1));
        log.Time("report", () => 2);

        using var json = JsonDocument.Parse(log.ToBytes());
        Assert.Equal(["train/mlp/1", "read", "report"], json.RootElement.EnumerateArray()
            .Select(stage => stage.GetProperty("id").GetString()));
        Assert.All(json.RootElement.EnumerateArray(), stage => Assert.True(stage.GetProperty("seconds").GetDouble() >= 0));
    }

    [Fact]
    public void Should_keep_no_time_of_a_stage_that_failed()
    {
        var log = new RunLog();

        Assert.Throws<InvalidOperationException>(() => log.Time<int>("report", () => throw new InvalidOperationException()));

        Assert.Empty(log.Stages);
    }
}
