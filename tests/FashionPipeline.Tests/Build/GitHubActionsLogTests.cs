using FashionPipeline.Tests.Repository;

namespace FashionPipeline.Tests.Build;

/// <summary>What GitHub Actions is told, through the real build.sh.</summary>
public sealed class GitHubActionsLogTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Should_fold_the_log_of_a_task_and_sum_it_up()
    {
        var run = await Prune("true");

        Assert.Equal(0, run.ExitCode);
        var lines = run.Output.ReplaceLineEndings("\n").Split('\n').ToList();
        Assert.InRange(
            lines.FindIndex(line => line.StartsWith("Pruned ", StringComparison.Ordinal)),
            lines.IndexOf("::group::Prune") + 1, lines.IndexOf("::endgroup::") - 1);
        var summary = await File.ReadAllLinesAsync(Summary, TestContext.Current.CancellationToken);
        Assert.Equal(["| Task | Duration | Result |", "|---|---|---|"], summary[..2]);
        Assert.Matches(@"^\| Prune \| \d+\.\d s \| succeeded \|$", Assert.Single(summary[2..]));
    }

    [Fact]
    public async Task Should_tell_nobody_elsewhere()
    {
        var run = await Prune("false");

        Assert.DoesNotContain("::group::", run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Summary));
    }

    private string Summary => Path.Combine(folder.Path, "summary.md");

    private Task<ScriptRun> Prune(string isOnGitHub)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "build.sh needs bash.");
        return ScriptRun.Of(Path.Combine(RepositoryFiles.Root, "build.sh"), folder.Path, ["--target", "Prune"], environment =>
        {
            environment["GITHUB_ACTIONS"] = isOnGitHub;
            environment["GITHUB_STEP_SUMMARY"] = Summary;
            environment["GITHUB_OUTPUT"] = Path.Combine(folder.Path, "output");
            environment["FASHION_PIPELINE_CACHE"] = Path.Combine(folder.Path, "cache");
        });
    }
}
