using Build.Options;

namespace FashionPipeline.Tests.Build;

public sealed class PlanFlagsTests
{
    [Theory]
    [InlineData("--dryrun", "--target Report --exclusive --plan")]
    [InlineData("--target Report --dryrun --jobs 2", "--jobs 2 --target Report --exclusive --plan")]
    [InlineData("--target train --whatif --only train/mlp/1", "--only train/mlp/1 --target train --exclusive --plan")]
    [InlineData("-t Train --target=Embed --dryrun", "--target Train --target Embed --exclusive --plan")]
    [InlineData("--target Default --dryrun", "--target Report --exclusive --plan")]
    [InlineData("--target prune --dryrun", "--target prune --exclusive --plan")]
    [InlineData("--tree", "--target Plan --format tree")]
    [InlineData("--set a=1 --set b=1 --dryrun", "--set a=1 --set b=1 --target Report --exclusive --plan")]
    [InlineData("--executor slurm", "--executor slurm --target Report --exclusive")]
    [InlineData("--target Train --executor=slurm --only train/mlp/1", "--executor=slurm --only train/mlp/1 --target Train --exclusive")]
    [InlineData("--executor slurm --dryrun", "--executor slurm --target Report --exclusive --plan")]
    [InlineData("--experiment quickstart --target Train --tree", "--experiment quickstart --target Plan --format tree")]
    public void Should_show_or_submit_the_plan_of_what_has_one(string typed, string meant) =>
        Assert.Equal(meant.Split(' '), PlanFlags.Rewrite(typed.Split(' ')));

    [Theory]
    [InlineData("--target Report")]
    [InlineData("--target Test --dryrun")]
    [InlineData("--target Report --target Test --dryrun")]
    [InlineData("--target Reprot --dryrun")]
    [InlineData("--dryrun --target")]
    [InlineData("--target Test --tree")]
    [InlineData("--executor local")]
    [InlineData("--target Status --executor slurm")]
    public void Should_leave_everything_else_to_Cake(string typed) => Assert.Equal(typed.Split(' '), PlanFlags.Rewrite(typed.Split(' ')));
}
