using FashionPipeline.Pipeline.Submissions.Slurm;

namespace FashionPipeline.Tests.Pipeline.Submissions.Slurm;

public sealed class DependenciesTests
{
    [Fact]
    public void Should_name_an_array_where_all_its_tasks_are_needed() =>
        Assert.Equal(["10", "11"], Dependencies.Of(["embed", "train/b/1", "train/a/1", "train/a/2", "train/a/1"], Steps.Submission));

    // An array of which another task failed never ends well.
    [Fact]
    public void Should_name_single_tasks_where_others_do_not_matter() =>
        Assert.Equal(["10_0", "10_2"], Dependencies.Of(["train/b/1", "train/a/1"], Steps.Submission));

    [Fact]
    public void Should_wait_for_the_last_attempt_of_a_step() => Assert.Equal(
        ["10_0", "10_2", "14"],
        Dependencies.Of(["train/a/1", "train/a/2", "train/b/1"], Steps.Submission.With(Steps.Array(5, "train/a/2"))));
}
