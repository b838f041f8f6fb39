namespace FashionPipeline.Tests.Workflows;

/// <summary>A workflow runs here as it runs on GitHub: whoever forgets to hand something on sees it fail.</summary>
public sealed class RehearsalTests(NodeTools tools) : IClassFixture<NodeTools>
{
    private const string Checkout = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1";
    private const string Upload = "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f";
    private const string Download = "actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c";

    private const string Workflow =
        $$$"""
        on:
          workflow_dispatch:
            inputs:
              word: {default: hello}
        defaults: {run: {shell: bash}}
        env:
          WORD: ${{ inputs.word }}
        jobs:
          plan:
            runs-on: ubuntu-24.04
            outputs:
              matrix: ${{ steps.plan.outputs.matrix }}
            steps:
              - uses: {{{Checkout}}}
              - id: plan
                name: Plan
                run: |
                  mkdir -p .store/blobs .store/records
                  echo "$WORD" >.store/blobs/plan
                  echo "matrix=$(<matrix.json)" >>"$GITHUB_OUTPUT"
              - uses: {{{Upload}}}
                with:
                  name: store-plan
                  path: |
                    .store/blobs
                    .store/records
                  include-hidden-files: true
          nodes:
            needs: plan
            if: fromJSON(needs.plan.outputs.matrix).include[0] != null
            strategy:
              matrix: ${{ fromJSON(needs.plan.outputs.matrix) }}
            runs-on: ubuntu-24.04
            steps:
              - uses: {{{Download}}}
                with: {name: store-plan, path: .store}
              - name: Make
                env: {NODE: "${{ matrix.name }}"}
                run: |
                  mkdir .store/records
                  mv .store/blobs/plan ".store/records/$NODE"
              - uses: {{{Upload}}}
                with: {name: "store-${{ strategy.job-index }}", path: .store/records}
          gather:
            needs: [plan, nodes]
            if: ${{ !cancelled() && needs.nodes.result != 'failure' }}
            runs-on: ubuntu-24.04
            steps:
              - uses: {{{Download}}}
                with: {pattern: "store-*", merge-multiple: true, path: all}
              - name: Gather
                run: (cd all && find . -type f | sort && cat blobs/plan) | tee "$GITHUB_STEP_SUMMARY"
              - name: Follow
                if: failure()
                run: echo "Only after a failure."
          mac:
            runs-on: macos-15
            steps: []
          deploy:
            runs-on: ubuntu-24.04
            permissions: {pages: write}
            steps: []
        """;

    [Fact]
    public async Task Should_run_the_jobs_of_a_matrix_and_pass_on_artifacts_alone()
    {
        using var repository = Repository("""{"include":[{"name":"one"},{"name":"two"}]}""");

        var run = await repository.Rehearse("small.yml", "workflow_dispatch", """{"inputs":{"word":"moin"}}""");

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        // Two paths: the archive starts in the folder that they share. One path: it starts in that one.
        Assert.Contains("(store-plan: 1 files from .store)", run.Output, StringComparison.Ordinal);
        Assert.Contains("(store-1: 1 files from .store/records)", run.Output, StringComparison.Ordinal);
        Assert.Equal("./blobs/plan\n./one\n./two\nmoin\n", File.ReadAllText(repository.PathOf("work/logs/gather.summary.md")));
        Assert.Contains("mac: not rehearsed: it runs on macos-15", run.Output, StringComparison.Ordinal);
        Assert.Contains("deploy: not rehearsed: it needs the rights to write pages", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Follow", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_skip_the_jobs_of_an_empty_matrix_and_gather_all_the_same()
    {
        using var repository = Repository("""{"include":[]}""");

        var run = await repository.Rehearse("small.yml", "workflow_dispatch", "{}");

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("nodes: skipped, as its condition does not hold", run.Output, StringComparison.Ordinal);
        Assert.Equal("./blobs/plan\nhello\n", File.ReadAllText(repository.PathOf("work/logs/gather.summary.md")));
    }

    [Fact]
    public async Task Should_fail_where_a_step_fails_and_say_what_it_printed()
    {
        using var repository = Repository("no JSON");
        File.Delete(repository.PathOf("source/matrix.json"));

        var run = await repository.Rehearse("small.yml", "workflow_dispatch", "{}");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("plan / Plan: exit code 1", run.Output, StringComparison.Ordinal);
        Assert.Contains("    ## Plan", run.Output, StringComparison.Ordinal);
        Assert.Contains("Failed: plan", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_end_after_a_named_step()
    {
        using var repository = Repository("""{"include":[{"name":"one"},{"name":"two"}]}""");

        var run = await repository.Rehearse("small.yml", "workflow_dispatch", "{}", "--until", "Make");

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("nodes one / Make: exit code 0", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("nodes two", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("gather", run.Output, StringComparison.Ordinal);
    }

    private RehearsedRepository Repository(string matrix)
    {
        var repository = new RehearsedRepository(tools);
        repository.Write("source/.github/workflows/small.yml", Workflow);
        repository.Write("source/matrix.json", matrix);
        return repository;
    }
}
