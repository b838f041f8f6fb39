namespace FashionPipeline.Tests.EndToEnd;

/// <summary>What a user sees of the store.</summary>
[Collection(QuickstartCollection.Name)]
public sealed class StoreTargetTests(QuickstartRun quickstart)
{
    [Fact]
    public async Task Should_list_what_the_store_holds_by_experiment_and_stage()
    {
        using var sandbox = Copy();

        var run = await sandbox.Run(["--target", "Cache"]);

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains(run.Output.Split('\n'), line => line.StartsWith("quickstart", StringComparison.Ordinal)
            && line.Contains(" train ", StringComparison.Ordinal) && line.Contains("4 files", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_find_a_damaged_blob_and_have_it_made_again()
    {
        using var sandbox = Copy();
        var blob = Directory.EnumerateFiles(Path.Combine(sandbox.Cache, "blobs"), "*", SearchOption.AllDirectories).First();
        File.AppendAllText(blob, "x");

        var verification = await sandbox.Run(["--target", "Cache", "--verify"]);
        var second = await sandbox.Run(["--target", "Cache", "--verify"]);

        Assert.NotEqual(0, verification.ExitCode);
        Assert.Contains($"corrupt blob {Path.GetFileName(blob)}", verification.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("corrupt", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_say_what_a_pruning_would_remove_and_remove_nothing()
    {
        using var sandbox = Copy();
        var latest = Directory.EnumerateFiles(Path.Combine(sandbox.Cache, "latest"), "*", SearchOption.AllDirectories).ToList();
        latest.ForEach(File.Delete);
        var before = Sandbox.FilesIn(sandbox.Cache);

        var plan = await sandbox.Run(["--target", "Prune", "--dryrun"]);

        Assert.True(plan.ExitCode == 0, plan.Errors);
        Assert.Contains("(no experiment's latest result)", plan.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing was.", plan.Output, StringComparison.Ordinal);
        Assert.Equal(before, Sandbox.FilesIn(sandbox.Cache));
    }

    private Sandbox Copy()
    {
        quickstart.RequireReport();
        var sandbox = new Sandbox();
        sandbox.CopyCacheOf(quickstart.Sandbox);
        return sandbox;
    }
}
