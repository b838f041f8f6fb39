using System.IO.Compression;
using System.Text.Json;
using FashionPipeline.Tests.Build;

namespace FashionPipeline.Tests.EndToEnd;

/// <summary>What a user learns of a change from the reports before and after.</summary>
[Collection(QuickstartCollection.Name)]
public sealed class DiffTargetTests(QuickstartRun quickstart)
{
    private static readonly string[] Quickstart = ["--experiment", "quickstart"];

    [Fact]
    public async Task Should_name_the_cause_of_a_change_its_metrics_and_the_images_that_flipped_and_make_a_comment_of_it()
    {
        using var sandbox = quickstart.Copy();
        var report = await sandbox.Run([.. Quickstart, "--set", "training.epochs=1", "--name", "once"]);
        Assert.True(report.ExitCode == 0, report.Errors);

        var run = await sandbox.Run(
            [.. Quickstart, "--target", "Diff", "--to-experiment", "quickstart@once", "--output", sandbox.PathOf("diff")]);

        Assert.True(run.ExitCode == 2, $"{run.Output}\n{run.Errors}");
        Assert.Contains("worse: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("cause   setting  training.epochs 4 -> 1", run.Output, StringComparison.Ordinal);
        var diff = JsonDocument.Parse(File.ReadAllBytes(sandbox.PathOf("diff/diff.json"))).RootElement;
        Assert.Equal("worse", diff.GetProperty("verdict").GetString());
        Assert.Contains(diff.GetProperty("tables").EnumerateArray(), table => table.GetProperty("name").GetString() == "accuracies");
        Assert.Contains(diff.GetProperty("text").EnumerateArray(), change =>
            change.GetProperty("now").GetString()?.Contains("1 epoch", StringComparison.Ordinal) is true);
        Assert.Contains(diff.GetProperty("weights").EnumerateArray(), change => change.GetProperty("tensor").GetString() == "dense.kernel");
        var flips = diff.GetProperty("predictions").EnumerateArray().First();
        Assert.True(File.Exists(sandbox.PathOf($"diff/pictures/{flips.GetProperty("picture").GetString()}")));
        Assert.All(diff.GetProperty("figures").EnumerateArray(), figure =>
            Assert.True(File.Exists(sandbox.PathOf($"diff/pictures/{figure.GetProperty("difference").GetString()}"))));
        await Comment(sandbox);
    }

    [Fact]
    public async Task Should_say_without_a_store_that_a_report_made_again_is_the_same()
    {
        using var sandbox = quickstart.Copy();
        Directory.Delete(sandbox.Cache, recursive: true);
        Sandbox.Copy(sandbox.Reports, sandbox.PathOf("before"));

        var run = await sandbox.Run([.. Quickstart, "--target", "Diff", "--from", sandbox.PathOf("before")]);

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("equal: ", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(sandbox.Cache));
        Assert.True(File.Exists(Path.Combine(sandbox.Reports, "quickstart/diff.html")));
    }

    [Theory]
    [InlineData("There is no revision 'no-such-branch'", "--from", "no-such-branch")]
    [InlineData("There is no report of 'quickstart' in ", "--to", "./nowhere")]
    [InlineData("There is no report of 'quikstart' in ", "--to-experiment", "quikstart")]
    [InlineData("has no report of 'unheard-of'", "--from-experiment", "unheard-of", "--from", "HEAD")]
    public async Task Should_say_which_side_is_not_there(string message, params string[] arguments)
    {
        using var sandbox = quickstart.Copy();

        var run = await sandbox.Run([.. Quickstart, "--target", "Diff", .. arguments]);

        Assert.Equal(255, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    private static async Task Comment(Sandbox sandbox)
    {
        ZipFile.CreateFromDirectory(sandbox.PathOf("diff"), sandbox.PathOf("diff.zip"));

        var run = await sandbox.Run(["--target", "Comment", "--artifact", sandbox.PathOf("diff.zip"), "--output", sandbox.PathOf("comment"),
            "--pictures", "https://there.example/pictures"]);

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Equal(
            File.ReadAllText(sandbox.PathOf("diff/diff.md"))
                .Replace("](pictures/", "](https://there.example/pictures/", StringComparison.Ordinal),
            File.ReadAllText(sandbox.PathOf("comment/comment.md")));
        Assert.Equal(Sandbox.FilesIn(sandbox.PathOf("diff/pictures")), Sandbox.FilesIn(sandbox.PathOf("comment/pictures")));
    }
}
