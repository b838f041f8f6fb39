namespace FashionPipeline.Tests.EndToEnd;

/// <summary>Where and for whom it runs must not reach a result.</summary>
[Collection(QuickstartCollection.Name)]
public sealed class SameBytesTests(QuickstartRun quickstart)
{
    [Fact]
    public async Task Should_give_the_same_bytes_in_another_folder_language_and_time_zone()
    {
        quickstart.RequireReport();
        using var elsewhere = new Sandbox();

        var run = await elsewhere.Run(QuickstartRun.Command, environment =>
        {
            environment["LANG"] = "de_DE.UTF-8";
            environment["LC_ALL"] = "de_DE.UTF-8";
            environment["TZ"] = "Asia/Tokyo";
        });

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.All(StageLines.Of(run.Output), line => Assert.Equal("run (no earlier result)", line.Said));
        Assert.Equal(Sandbox.Digests(quickstart.Report), Sandbox.Digests(Path.Combine(elsewhere.Reports, "quickstart")));
        Assert.Equal(
            Sandbox.Digests(Path.Combine(quickstart.Sandbox.Cache, "blobs")), Sandbox.Digests(Path.Combine(elsewhere.Cache, "blobs")));
    }
    [Fact]
    public async Task Should_train_the_same_weights_where_several_trainings_run_at_once()
    {
        quickstart.RequireReport();
        using var elsewhere = new Sandbox();

        var run = await elsewhere.Run(["--target", "Train", "--experiment", "quickstart", "--jobs", "2"]);

        Assert.True(run.ExitCode == 0, run.Errors);
        var trainings = StageLines.Of(run.Output).Where(line => line.Stage.StartsWith("train/", StringComparison.Ordinal));
        Assert.Equal(2, trainings.Count(line => line.Said == "run (no earlier result)"));
        Assert.Subset(
            Sandbox.Digests(Path.Combine(quickstart.Sandbox.Cache, "blobs")).ToHashSet(),
            Sandbox.Digests(Path.Combine(elsewhere.Cache, "blobs")).ToHashSet());
    }
}
