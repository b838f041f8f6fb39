using System.Text.Json;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Tests.Pipeline.Execution;

public sealed class RunLogTests
{
    [Fact]
    public void Should_write_what_each_stage_cost_in_the_order_in_which_they_began()
    {
        var log = new RunLog();
        log.Time("train/mlp/1", () => log.Time("read", () => 1));
        log.Time("report", () => 2);

        using var json = JsonDocument.Parse(log.ToBytes(null));
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

    [Fact]
    public void Should_keep_what_a_node_cost_that_did_not_run_now()
    {
        var log = new RunLog();
        log.Time("report", () => 1);
        var earlier = CanonicalJson.Write(new StageTime[]
        {
            new() { Id = "train/mlp/1", StartSeconds = 1, Seconds = 35 }, new() { Id = "report", StartSeconds = 36, Seconds = 4000 },
        });

        var kept = RunLog.Read(log.ToBytes(earlier));

        Assert.Equal(["train/mlp/1", "report"], kept.Select(stage => stage.Id));
        Assert.Equal(35, kept[0].Seconds);
        Assert.True(kept[1].Seconds < 4000);
    }

    [Fact]
    public void Should_know_no_times_where_the_log_is_damaged() => Assert.Empty(RunLog.Read("[{"u8.ToArray()));

    [Fact]
    public void Should_keep_the_last_time_of_a_node_that_ran_twice()
    {
        var log = new RunLog();
        log.Time("report", () => 1);
        log.Time("report", () => 2);

        Assert.Equal(log.Stages.Max(stage => stage.StartSeconds), Assert.Single(log.Stages).StartSeconds);
    }
}
