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
        Assert.Equal(Sandbox.Digests(Path.Combine(quickstart.Sandbox.Cache, "blobs")), Sandbox.Digests(Path.Combine(elsewhere.Cache, "blobs")));
    }
}
