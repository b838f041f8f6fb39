using FashionPipeline.Tests.Repository;

namespace FashionPipeline.Tests.Workflows;

/// <summary>The workflows of .github/ are what GitHub's own parser takes, and keep to the rules of this repository.</summary>
public sealed class WorkflowCheckTests(NodeTools tools) : IClassFixture<NodeTools>
{
    private const string Checkout = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
    private const string Save = "actions/cache/save@27d5ce7f107fe9357f9df03efb73ab90386fccae # v5.0.5";

    private const string Sound =
        $$$"""
        on: [push, pull_request]
        permissions: {}
        defaults:
          run:
            shell: bash
        jobs:
          build:
            runs-on: ubuntu-24.04
            timeout-minutes: 5
            permissions:
              contents: read
            env:
              NAME: ${{ github.head_ref }}
            steps:
              - uses: {{{Checkout}}}
                with:
                  persist-credentials: false
                  ref: main
              - run: ./build.sh --target Report --experiment "$NAME" --jobs=2 $MORE | tee log
              - if: github.event_name == 'push'
                uses: {{{Save}}}
                with:
                  path: data
                  key: data
        """;

    [Fact]
    public async Task Should_find_no_fault_in_the_workflows_of_this_repository()
    {
        var github = Path.Combine(RepositoryFiles.Root, ".github");

        var run = await tools.Run(
            "check.mjs", ["--commands", tools.Commands, Path.Combine(github, "workflows"), Path.Combine(github, "actions")]);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
    }

    [Fact]
    public async Task Should_find_no_fault_in_a_sound_workflow()
    {
        var (exitCode, output) = await Check(Sound);

        Assert.Equal("1 files, 0 faults", output.Trim());
        Assert.Equal(0, exitCode);
    }

    [Theory]
    [InlineData("timeout-minutes: 5", "timeout-minute: 5", "Unexpected value 'timeout-minute'")]
    [InlineData("runs-on: ubuntu-24.04", "needs: nobody", "Required property is missing: runs-on")]
    [InlineData("github.head_ref", "secret.head_ref", "Unrecognized named-value: 'secret'")]
    [InlineData("github.head_ref", "upper(github.head_ref)", "Unrecognized function: 'upper'")]
    [InlineData(Checkout, "actions/checkout@v7", "actions/checkout@v7 is not pinned to the 40 digits of a commit")]
    [InlineData(" # v7.0.1", "", "does not say which version that is: # v1.2.3")]
    [InlineData("permissions: {}", "permissions: {contents: read}", "has no 'permissions: {}' at the top")]
    [InlineData("permissions: {}\n", "", "has no 'permissions: {}' at the top")]
    [InlineData("    permissions:\n      contents: read\n", "", "job build names no permissions")]
    [InlineData("    timeout-minutes: 5\n", "", "job build has no timeout-minutes")]
    [InlineData("    shell: bash", "    shell: sh", "has no 'shell: bash' among its defaults")]
    [InlineData("pull_request]", "pull_request_target]", "runs on pull_request_target")]
    [InlineData("persist-credentials: false", "persist-credentials: true", "checkout leaves its token in the clone")]
    [InlineData("ref: main", "ref: ${{ github.head_ref }}", "checkout takes the head of a pull request")]
    [InlineData("$MORE", "${{ matrix.more }}", "an expression in a script")]
    [InlineData("--target Report", "--target Repot", "the build program has no target Repot")]
    [InlineData("--jobs=2", "--job=2", "the build program has no option --job")]
    [InlineData("--target Report", "Report", "'Report' belongs to no option of the build program")]
    [InlineData("cache/save@", "cache@", "actions/cache also writes")]
    [InlineData("key: data", "restore-keys: data", "restore-keys brings what was made of something else")]
    [InlineData("github.event_name == 'push'", "success()", "the cache is written on every event")]
    public async Task Should_name_a_fault_with_its_line(string sound, string faulty, string message)
    {
        Assert.Contains(sound, Sound, StringComparison.Ordinal);

        var (exitCode, output) = await Check(Sound.Replace(sound, faulty, StringComparison.Ordinal));

        Assert.Equal(1, exitCode);
        Assert.Matches($@"(?m)^.*workflow\.yml:\d+: .*{System.Text.RegularExpressions.Regex.Escape(message)}", output);
    }

    private async Task<(int ExitCode, string Output)> Check(string workflow)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "workflow.yml");
        await File.WriteAllTextAsync(file, workflow.ReplaceLineEndings("\n"), TestContext.Current.CancellationToken);
        var run = await tools.Run("check.mjs", ["--commands", tools.Commands, file]);
        Assert.True(run.ExitCode is 0 or 1, run.Output + run.Errors);
        return (run.ExitCode, run.Output);
    }
}
