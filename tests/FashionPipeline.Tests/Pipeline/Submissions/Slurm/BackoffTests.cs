using FashionPipeline.Pipeline.Submissions.Slurm;

namespace FashionPipeline.Tests.Pipeline.Submissions.Slurm;

public sealed class BackoffTests
{
    private static readonly TimeSpan AtOnce = TimeSpan.Zero;

    private readonly Backoff pause = new();

    [Fact]
    public void Should_wait_longer_and_longer_while_nothing_changes()
    {
        double[] seconds = [.. new[] { true, false, false, false, false, false, false, true }
            .Select(hasChanged => pause.After(hasChanged, AtOnce).TotalSeconds)];

        Assert.Equal([1, 2, 4, 8, 16, 30, 30, 1], seconds);
    }

    [Fact]
    public void Should_spend_a_tenth_of_the_time_on_questions_that_take_long() =>
        Assert.Equal(36, pause.After(hasChanged: true, TimeSpan.FromSeconds(4)).TotalSeconds);
}
