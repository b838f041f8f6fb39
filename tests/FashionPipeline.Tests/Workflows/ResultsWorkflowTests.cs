using System.Text.Json;
using FashionPipeline.Tests.Build;
using FashionPipeline.Tests.Repository;

namespace FashionPipeline.Tests.Workflows;

/// <summary>How the results of an experiment are made job by job and judged, with a program in place of the build program.</summary>
public sealed class ResultsWorkflowTests(NodeTools tools) : IClassFixture<NodeTools>
{
    private const string TwoNodes =
        """{"include":[{"name":"train/mlp/1","nodes":"--only train/mlp/1"},{"name":"embed","nodes":"--only embed --only x"}]}""";

    // Keeps a store of one file a node, and writes down what it is asked.
    private const string BuildProgram =
        """
        #!/usr/bin/env bash
        set -euo pipefail
        echo "$*" >>"$DESK/asked"
        report=reports/$4
        made() { mkdir -p .cache/blobs .cache/records && echo "$1" >".cache/blobs/$1" && echo "$1" >".cache/records/$1"; }
        case "$2 $*" in
          Pull*) echo "$FASHION_PIPELINE_REMOTE $GITHUB_TOKEN" >"$DESK/remote" && exit "$(<"$DESK/pull")" ;;
          Preprocess*) made preprocess ;;
          Plan*) echo "matrix=$(<"$DESK/matrix.json")" >>"$GITHUB_OUTPUT" ;;
          *--only*) [ -f .cache/blobs/preprocess ] && made "$(basename "$6")" ;;
          Report*)
            ls .cache/blobs | tr '\n' ' ' >"$DESK/gathered"
            mkdir -p "$report"
            cp "$DESK/metrics.json" "$report"
            ;;
          Diff*) ls .cache/blobs >"$DESK/compared" && mkdir diff && echo Difference >diff/diff.md && exit "$(<"$DESK/code")" ;;
          Reproduce*) echo '{}' >"$report/reproduction.json" ;;
        esac
        """;

    [Fact]
    public async Task Should_gather_what_all_jobs_made_and_keep_what_came_of_it()
    {
        using var repository = Repository();

        var run = await repository.Rehearse("results.yml", "schedule", "{}");

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("--experiment fashion-mnist --only embed --only x\n", Desk(repository, "asked"), StringComparison.Ordinal);
        Assert.Equal("1 embed preprocess ", Desk(repository, "gathered"));
        // A job hands on only what it made itself.
        Assert.Equal(["blobs/1", "records/1"], FilesOf(repository, "store-0"));
        Assert.Equal(["metrics.json", "pipeline.lock.json"], FilesOf(repository, "report"));
        Assert.Equal(["diff.md"], FilesOf(repository, "diff"));
        Assert.Equal(["reproduction-ubuntu-24.04.json"], FilesOf(repository, "reproduction-ubuntu-24.04"));
    }

    // Before anything was pushed there is no such store.
    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    public async Task Should_plan_what_the_registry_of_the_repository_lacks_and_go_on_where_there_is_none(int code)
    {
        using var repository = Repository();
        repository.Write("desk/pull", $"{code}");

        var run = await repository.Rehearse("results.yml", "pull_request", """{"repository":{"full_name":"Owner/Repo.Name"}}""");

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Equal(
            ["--target Pull --experiment fashion-mnist", "--target Preprocess --experiment fashion-mnist"],
            Desk(repository, "asked").Split('\n')[..2]);
        Assert.Equal("oci://ghcr.io/owner/repo.name/store none\n", Desk(repository, "remote"));
    }

    // A pull request could put anything there.
    [Theory]
    [InlineData("push", "{}", true)]
    [InlineData("schedule", "{}", true)]
    [InlineData("push", """{"ref":"refs/heads/other"}""", false)]
    [InlineData("pull_request", "{}", false)]
    [InlineData("workflow_dispatch", "{}", false)]
    public async Task Should_write_to_the_registry_on_main_alone(string eventName, string payload, bool isWriting)
    {
        using var repository = Repository();

        var run = await repository.Rehearse("results.yml", eventName, payload);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains(
            isWriting ? "share: not rehearsed: it needs the rights to write packages" : "share: skipped", run.Output,
            StringComparison.Ordinal);
        Assert.Equal(2, File.ReadAllText(repository.PathOf("source/.github/workflows/results.yml")).Split("packages: write").Length);
    }

    [Fact]
    public async Task Should_make_the_report_where_no_node_has_to_run()
    {
        using var repository = Repository();
        repository.Write("desk/matrix.json", """{"include":[]}""");

        var run = await repository.Rehearse("results.yml", "schedule", "{}");

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("nodes: skipped", run.Output, StringComparison.Ordinal);
        Assert.Equal("preprocess ", Desk(repository, "gathered"));
        Assert.Contains("reproduce ubuntu-24.04 / Reproduce: exit code 0", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true, "Results: equal.")]
    [InlineData(1, true, "Results: changed.")]
    [InlineData(2, false, "The results are worse than before")]
    [InlineData(255, false, "A job failed")]
    public async Task Should_judge_by_the_exit_code_of_the_difference_after_all_is_kept(int code, bool isFine, string verdict)
    {
        using var repository = Repository();
        repository.Write("desk/code", $"{code}");

        var run = await repository.Rehearse("results.yml", "schedule", "{}");

        Assert.Equal(isFine ? 0 : 1, run.ExitCode);
        Assert.Contains(verdict, File.ReadAllText(repository.PathOf("work/logs/verdict.summary.md")), StringComparison.Ordinal);
        Assert.Equal(code <= 2, Directory.Exists(repository.PathOf("work/artifacts/diff")));
        Assert.Equal(code <= 2, Directory.Exists(repository.PathOf("work/artifacts/reproduction-ubuntu-24.04")));
        Assert.True(Directory.Exists(repository.PathOf("work/artifacts/report")));
    }

    [Fact]
    public async Task Should_fail_where_the_numbers_are_not_the_committed_ones()
    {
        using var repository = Repository();
        repository.Write("desk/metrics.json", """{"accuracy":0.9}""");

        var run = await repository.Rehearse("results.yml", "schedule", "{}");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "if that is meant, commit reports/fashion-mnist", File.ReadAllText(repository.PathOf("work/logs/verdict.summary.md")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("schedule", null, "HEAD")]
    [InlineData("pull_request", null, "HEAD^1")]
    [InlineData("push", "0000000000000000000000000000000000000000", "HEAD~1")]
    [InlineData("push", "", "{before}")]
    public async Task Should_compare_with_what_was_there_before(string eventName, string? before, string expected)
    {
        using var repository = Repository();
        var first = await repository.Commit();
        await repository.Commit();
        var payload = JsonSerializer.Serialize(new { before = before is "" ? first : before });
        var from = expected.Replace("{before}", first, StringComparison.Ordinal);

        var run = await repository.Rehearse("results.yml", eventName, payload);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains(
            $"--target Diff --experiment fashion-mnist --from {from} --output diff\n", Desk(repository, "asked"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_compare_with_the_artifacts_that_main_kept_under_the_lock_of_the_other_side()
    {
        using var repository = Repository();
        await repository.Commit();
        var onMain = await repository.Rehearse("results.yml", "push", """{"before":"HEAD~1"}""");
        var kept = Assert.Single(Directory.GetDirectories(repository.PathOf("work/cache"), "artifacts-*"));
        File.WriteAllText(Path.Combine(kept, "made-on-main"), "");

        var request = await repository.Rehearse("results.yml", "pull_request", "{}");

        Assert.True(onMain.ExitCode == 0, onMain.Output + onMain.Errors);
        Assert.True(request.ExitCode == 0, request.Output + request.Errors);
        Assert.DoesNotContain("made-on-main", Desk(repository, "gathered"), StringComparison.Ordinal);
        Assert.Contains("made-on-main", Desk(repository, "compared"), StringComparison.Ordinal);
        Assert.Single(Directory.GetDirectories(repository.PathOf("work/cache"), "artifacts-*"));
    }

    [Fact]
    public async Task Should_compare_nothing_where_there_was_no_report()
    {
        using var repository = Repository();

        var run = await repository.Rehearse("results.yml", "workflow_dispatch", """{"inputs":{"experiment":"wider"}}""");

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.DoesNotContain("--target Diff", Desk(repository, "asked"), StringComparison.Ordinal);
        Assert.Contains(
            "There was no report of wider to compare with.", File.ReadAllText(repository.PathOf("work/logs/report.summary.md")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../elsewhere")]
    [InlineData("a b")]
    [InlineData("$(id)")]
    [InlineData("")]
    public async Task Should_take_no_path_for_the_name_of_an_experiment(string name)
    {
        using var repository = Repository();

        var payload = JsonSerializer.Serialize(new { inputs = new { experiment = name } });

        var run = await repository.Rehearse("results.yml", "workflow_dispatch", payload, "--until", "Check the name");

        // Without a name it is the usual one.
        Assert.Equal(name.Length == 0 ? 0 : 1, run.ExitCode);
        Assert.False(File.Exists(repository.PathOf("desk/asked")));
    }

    private static string Desk(RehearsedRepository repository, string name) => File.ReadAllText(repository.PathOf($"desk/{name}"));

    private static IEnumerable<string> FilesOf(RehearsedRepository repository, string artifact)
    {
        var folder = repository.PathOf($"work/artifacts/{artifact}");
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path)).Order(StringComparer.Ordinal);
    }

    private RehearsedRepository Repository()
    {
        var repository = new RehearsedRepository(tools);
        foreach (var file in new[] { "workflows/results.yml", "actions/prepare/action.yml", "actions/remote/action.yml" })
        {
            repository.Write($"source/.github/{file}", File.ReadAllText(Path.Combine(RepositoryFiles.Root, ".github", file)));
        }

        repository.Write("source/build.sh", BuildProgram);
        repository.Write("source/.gitignore", ".cache/");
        repository.Write("source/reports/fashion-mnist/pipeline.lock.json", "{}");
        repository.Write("source/reports/fashion-mnist/metrics.json", "{}");
        repository.Write("desk/matrix.json", TwoNodes);
        repository.Write("desk/metrics.json", "{}");
        repository.Write("desk/code", "0");
        repository.Write("desk/pull", "0");
        return repository;
    }
}
