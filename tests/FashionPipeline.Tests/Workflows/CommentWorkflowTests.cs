using System.Text.Json;
using FashionPipeline.Tests.Build;
using FashionPipeline.Tests.Repository;

namespace FashionPipeline.Tests.Workflows;

/// <summary>The comment on a pull request, with programs in place of GitHub and of the build program.</summary>
public sealed class CommentWorkflowTests(NodeTools tools) : IClassFixture<NodeTools>
{
    private const string Head = "0123456789012345678901234567890123456789";

    // Answers as GitHub does, through the filter of the question, and writes down what it is asked and told.
    private const string Gh =
        """
        #!/usr/bin/env bash
        set -euo pipefail
        echo "$*" >>"$DESK/asked"
        filter=.
        while [ $# -gt 0 ]; do
          case $1 in
            --jq) filter=$2; shift ;;
            --method) method=$2; shift ;;
            -F) cp "${2#body=@}" "$DESK/body"; shift ;;
            repos/*) path=$1 ;;
          esac
          shift
        done
        case $path in
          */pulls\?*) answer=pulls ;;
          */artifacts\?name=diff) answer=artifacts ;;
          */artifacts/*/zip) echo "an archive"; exit ;;
          */comments\?*) answer=comments ;;
          *) [ -n "$method" ]; exit ;;
        esac
        jq -r "$filter" "$DESK/$answer.json"
        """;

    private const string BuildProgram =
        """
        #!/usr/bin/env bash
        set -euo pipefail
        echo "${GH_TOKEN:-no token} $*" >>"$DESK/built"
        mkdir -p comment/pictures
        echo "Equal." >comment/comment.md
        echo "a picture" >comment/pictures/accuracy.png
        """;

    [Fact]
    public async Task Should_write_a_comment_and_push_the_pictures()
    {
        using var repository = await Repository();

        var run = await Rehearse(repository);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("--method POST repos/owner/repository/issues/7/comments", Desk(repository, "asked"), StringComparison.Ordinal);
        Assert.Equal(
            "<!-- results of this pull request -->\nEqual.\n\n"
            + $"Of commit {Head}. [The run, with the report and all of the difference]"
            + "(https://github.com/owner/repository/actions/runs/42)\n",
            Desk(repository, "body"));
        Assert.Contains(
            "--pictures https://raw.githubusercontent.com/owner/repository/report-pictures/7/42", Desk(repository, "built"),
            StringComparison.Ordinal);
        Assert.StartsWith("no token ", Desk(repository, "built"), StringComparison.Ordinal);
        Assert.Equal("7/42/accuracy.png", await Pushed(repository));
    }

    [Fact]
    public async Task Should_bring_its_own_comment_up_to_date_and_replace_its_pictures()
    {
        using var repository = await Repository();
        await Rehearse(repository);
        repository.Write("desk/comments.json", """
            [{"id":1,"user":{"login":"somebody"},"body":"<!-- results of this pull request -->\nMine."},
             {"id":2,"user":{"login":"github-actions[bot]"},"body":"Something else."},
             {"id":3,"user":{"login":"github-actions[bot]"},"body":"<!-- results of this pull request -->\nOld."}]
            """);

        var run = await Rehearse(repository, runId: 43);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("--method PATCH repos/owner/repository/issues/comments/3 ", Desk(repository, "asked"), StringComparison.Ordinal);
        Assert.Equal("7/43/accuracy.png", await Pushed(repository));
    }

    [Fact]
    public async Task Should_push_and_show_no_picture_in_a_private_repository()
    {
        using var repository = await Repository();

        var run = await Rehearse(repository, isPrivate: true);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.DoesNotContain("--pictures", Desk(repository, "built"), StringComparison.Ordinal);
        Assert.Equal("", await Pushed(repository));
        Assert.Contains("--method POST", Desk(repository, "asked"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000", "stranger/fork")]
    [InlineData(Head, "somebody/else")]
    [InlineData(Head, null)]
    public async Task Should_say_nothing_where_no_open_pull_request_is_at_this_commit(string head, string? fork)
    {
        using var repository = await Repository();
        repository.Write("desk/pulls.json", Pulls(head, fork));

        var run = await Rehearse(repository);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.False(File.Exists(repository.PathOf("desk/built")), run.Output);
        Assert.DoesNotContain("--method", Desk(repository, "asked"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_refuse_an_artifact_that_is_too_large_before_it_is_fetched()
    {
        using var repository = await Repository();
        repository.Write("desk/artifacts.json", """{"artifacts":[{"id":5,"size_in_bytes":20000001,"expired":false}]}""");

        var run = await Rehearse(repository);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("20000001 bytes", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("/zip", Desk(repository, "asked"), StringComparison.Ordinal);
    }

    private static Task<ScriptRun> Rehearse(RehearsedRepository repository, int runId = 42, bool isPrivate = false)
    {
        var payload = JsonSerializer.Serialize(new
        {
            repository = new { full_name = "owner/repository", @private = isPrivate, default_branch = "main" },
            workflow_run = new
            {
                id = runId,
                @event = "pull_request",
                head_sha = Head,
                head_branch = "change",
                head_repository = new { full_name = "stranger/fork" },
            },
        });
        return repository.Rehearse("comment.yml", "workflow_run", payload, "--path", repository.PathOf("programs"));
    }

    private static string Pulls(string head, string? fork) => JsonSerializer.Serialize(new[]
    {
        new { number = 7, head = new { sha = head, repo = fork is null ? null : new { full_name = fork } } },
    });

    private static string Desk(RehearsedRepository repository, string name) => File.ReadAllText(repository.PathOf($"desk/{name}"));

    private static async Task<string> Pushed(RehearsedRepository repository) => (await ScriptRun.Of(
        "git", repository.PathOf("remote"), ["ls-tree", "-r", "--name-only", "report-pictures"])).Output.Trim();

    private async Task<RehearsedRepository> Repository()
    {
        Assert.SkipUnless(HasJq(), "No jq: install Debian's package jq.");
        var repository = new RehearsedRepository(tools);
        foreach (var file in new[] { "workflows/comment.yml", "actions/prepare/action.yml" })
        {
            repository.Write($"source/.github/{file}", File.ReadAllText(Path.Combine(RepositoryFiles.Root, ".github", file)));
        }

        repository.Write("source/build.sh", BuildProgram);
        repository.Write("programs/gh", Gh);
        repository.Write("desk/pulls.json", Pulls(Head, "stranger/fork"));
        repository.Write("desk/artifacts.json", """{"artifacts":[{"id":5,"size_in_bytes":1000,"expired":false}]}""");
        repository.Write("desk/comments.json", "[]");
        repository.Write("gitconfig", $"[url \"file://{repository.PathOf("remote")}\"]\n  insteadOf = https://github.com/owner/repository");
        await ScriptRun.Of("git", repository.PathOf("."), ["init", "-q", "--bare", "remote"]);
        return repository;
    }

    private static bool HasJq() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "jq")));
}
