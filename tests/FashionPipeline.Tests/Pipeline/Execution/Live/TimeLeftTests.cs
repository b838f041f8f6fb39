using FashionPipeline.Pipeline.Execution.Live;

namespace FashionPipeline.Tests.Pipeline.Execution.Live;

public sealed class TimeLeftTests
{
    private readonly Clock clock = new();

    [Fact]
    public void Should_add_up_what_waits_and_what_is_left_of_what_runs()
    {
        var left = Left(("train/mlp/1", 10), ("train/cnn/1", 40), ("report", 2));

        left.Begin("train/mlp/1");
        clock.Seconds = 4;

        Assert.Equal((0, 3, 48), (left.Done, left.Total, left.Seconds));
    }

    [Fact]
    public void Should_go_by_what_a_node_has_reached_rather_than_by_what_it_took_last()
    {
        var left = Left(("train/cnn/1", 40));

        left.Begin("train/cnn/1");
        clock.Seconds = 30;
        left.Reach("train/cnn/1", 0.25);

        Assert.Equal(90, left.Seconds);
    }

    [Fact]
    public void Should_know_what_nobody_has_seen_run_once_it_is_under_way()
    {
        var left = Left(("train/cnn/1", null));
        var before = left.Seconds;

        left.Begin("train/cnn/1");
        clock.Seconds = 10;
        left.Reach("train/cnn/1", 0.5);

        Assert.Equal((null, 10d), (before, left.Seconds));
    }

    [Fact]
    public void Should_share_the_work_among_jobs_but_not_a_node()
    {
        Assert.Equal(20, Left(jobs: 2, ("a", 20), ("b", 20)).Seconds);
        var left = Left(jobs: 2, ("a", 30), ("b", 4));
        left.Begin("a");
        Assert.Equal(30, left.Seconds);
    }

    [Fact]
    public void Should_count_down_to_nothing()
    {
        var left = Left(("a", 1), ("b", 1));

        left.Begin("a");
        left.End("a");
        left.Spare("b"); // what it reads came out as before

        Assert.Equal((1, 1, 0), (left.Done, left.Total, left.Seconds));
    }

    private TimeLeft Left(params (string Node, double? Seconds)[] due) => Left(jobs: 1, due);

    private TimeLeft Left(int jobs, params (string Node, double? Seconds)[] due) =>
        new(due.ToDictionary(node => node.Node, node => node.Seconds), jobs, clock);

    private sealed class Clock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
