namespace FashionPipeline.Tests.EndToEnd;

/// <summary>What runs again after a first run, and what it says about it.</summary>
[Collection(QuickstartCollection.Name)]
public sealed class ReuseTests(QuickstartRun quickstart)
{
    [Fact]
    public async Task Should_reuse_every_stage_the_second_time()
    {
        quickstart.RequireReport();
        using var sandbox = new Sandbox();
        sandbox.CopyCacheOf(quickstart.Sandbox);

        var second = await sandbox.Run(QuickstartRun.Command);

        Assert.True(second.ExitCode == 0, second.Errors);
        var lines = StageLines.Of(second.Output);
        Assert.Equal(StageLines.Of(quickstart.First.Output).Select(line => line.Stage).Order(), lines.Select(line => line.Stage).Order());
        Assert.All(lines, line => Assert.Equal("reused", line.Said));
        Assert.Equal(Sandbox.Digests(quickstart.Report), Sandbox.Digests(Path.Combine(sandbox.Reports, "quickstart")));
    }

    [Fact]
    public async Task Should_name_the_setting_that_makes_it_train_again_and_all_that_follows()
    {
        quickstart.RequireReport();
        using var sandbox = new Sandbox();
        sandbox.CopyCacheOf(quickstart.Sandbox);

        var changed = await sandbox.Run([.. QuickstartRun.Command, "--set", "training.epochs=1"]);

        Assert.True(changed.ExitCode == 0, changed.Errors);
        var lines = StageLines.Of(changed.Output);
        var trainings = lines.Where(line => line.Stage.StartsWith("train/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(trainings);
        Assert.All(trainings, line => Assert.Equal("run (training.epochs 4 -> 1)", line.Said));
        Assert.All(
            lines.Except(trainings),
            line => Assert.Equal(line.Stage is "preprocess" or "embed" ? "reused" : "run (training.epochs 4 -> 1)", line.Said));
    }

    [Fact]
    public async Task Should_make_a_damaged_artifact_again_with_the_same_bytes()
    {
        quickstart.RequireReport();
        using var sandbox = new Sandbox();
        sandbox.CopyCacheOf(quickstart.Sandbox);
        var blobs = Path.Combine(sandbox.Cache, "blobs");
        var before = Sandbox.Digests(blobs);
        var pdf = Sandbox.Digests(quickstart.Report).Single(line => line.StartsWith("report.pdf ", StringComparison.Ordinal)).Split(' ')[1];
        File.WriteAllText(Path.Combine(blobs, pdf[..2], pdf), "no report");

        var repaired = await sandbox.Run(QuickstartRun.Command);

        Assert.True(repaired.ExitCode == 0, repaired.Errors);
        Assert.Contains(pdf, repaired.Output + repaired.Errors, StringComparison.Ordinal);
        Assert.Equal(before, Sandbox.Digests(blobs));
    }
}
