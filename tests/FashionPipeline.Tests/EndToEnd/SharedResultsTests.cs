using FashionPipeline.Tests.Build;
using FashionPipeline.Tests.Pipeline.Store.Remotes;

namespace FashionPipeline.Tests.EndToEnd;

/// <summary>Results of one store in another one, by way of a third.</summary>
[Collection(QuickstartCollection.Name)]
public sealed class SharedResultsTests(QuickstartRun quickstart)
{
    private static readonly string[] Push = ["--target", "Push", "--experiment", "quickstart"];
    private static readonly string[] Pull = ["--target", "Pull", "--experiment", "quickstart"];

    [Fact]
    public async Task Should_make_the_same_report_in_another_store_and_run_nothing()
    {
        using var registry = DockerRegistry.Start();
        var address = $"oci://{registry.Authority}/tests/store";
        using var first = quickstart.Copy();
        using var second = new Sandbox();

        var push = await first.Run([.. Push, "--remote", address], Direct);
        var report = await second.Run([.. QuickstartRun.Command, "--remote", address], Direct);

        Assert.True(push.ExitCode == 0, push.Errors);
        Assert.Contains($"Pushed 8 of 8 results to {address}: ", push.Output, StringComparison.Ordinal);
        Assert.True(report.ExitCode == 0, report.Errors);
        Assert.Empty(StageLines.Of(report.Output));
        Assert.Equal(8, LinesWith(report, $"  from {address}  (").Count);
        Assert.Equal(Sandbox.Digests(quickstart.Report), Sandbox.Digests(Path.Combine(second.Reports, "quickstart")));
    }

    [Fact]
    public async Task Should_make_everything_itself_where_every_byte_in_the_registry_is_another()
    {
        using var registry = DockerRegistry.Start();
        using var first = quickstart.Copy();
        using var second = new Sandbox();
        var push = await first.Run([.. Push, "--remote", $"oci://{registry.Authority}/tests/store"], Direct);
        var artifacts = Sandbox.FilesIn(Path.Combine(first.Cache, "blobs")).Select(Path.GetFileName).ToHashSet();
        var flipped = Directory.EnumerateFiles(registry.Data, "data", SearchOption.AllDirectories)
            .Where(path => artifacts.Contains(Path.GetFileName(Path.GetDirectoryName(path)))).ToList();
        flipped.ForEach(path => File.WriteAllBytes(path, [.. File.ReadAllBytes(path).Select(value => (byte)~value)]));

        var report = await second.Run([.. QuickstartRun.Command, "--remote", $"oci://{registry.Authority}/tests/store"], Direct);

        Assert.True(push.ExitCode == 0, push.Errors);
        Assert.True(flipped.Count > 20);
        Assert.True(report.ExitCode == 0, report.Errors);
        Assert.Equal(8, LinesWith(report, " has other bytes for ").Count);
        Assert.Equal(StageLines.Of(quickstart.First.Output).Order(), StageLines.Of(report.Output).Order());
        Assert.Equal(Sandbox.Digests(quickstart.Report), Sandbox.Digests(Path.Combine(second.Reports, "quickstart")));
    }

    [Fact]
    public async Task Should_take_the_option_before_the_variable_and_that_before_the_file_with_the_settings()
    {
        quickstart.RequireReport();
        using var sandbox = new Sandbox();
        foreach (var name in new[] { "typed", "set", "written", "config/fashion-pipeline" })
        {
            Directory.CreateDirectory(sandbox.PathOf(name));
        }

        string AddressOf(string name) => new Uri(sandbox.PathOf(name)).AbsoluteUri;
        void Set(IDictionary<string, string?> variables) => variables["FASHION_PIPELINE_REMOTE"] = AddressOf("set");
        void Empty(IDictionary<string, string?> variables) => variables["FASHION_PIPELINE_REMOTE"] = "";
        File.WriteAllText(sandbox.PathOf("config/fashion-pipeline/config.yaml"), $"remote: {AddressOf("written")}\n");

        Assert.Contains($"from {AddressOf("written")},", (await sandbox.Run(Pull)).Output, StringComparison.Ordinal);
        Assert.Contains($"from {AddressOf("set")},", (await sandbox.Run(Pull, Set)).Output, StringComparison.Ordinal);
        Assert.Contains(
            $"from {AddressOf("typed")},", (await sandbox.Run([.. Pull, "--remote", AddressOf("typed")], Set)).Output,
            StringComparison.Ordinal);
        Assert.All(
            [await sandbox.Run([.. Pull, "--remote", "none"], Set), await sandbox.Run(Pull, Empty)],
            run => Assert.Contains("No remote store is named.", run.Errors, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nonsense", "--remote: The remote store 'nonsense' is of no kind that is known.")]
    [InlineData("none", "No remote store is named.\nName one:\n  ./build.sh --target NAME --experiment quickstart --remote URL")]
    [InlineData("file:///no/such/folder", "there is no folder /no/such/folder\n0 results were pulled before; pull again to go on.")]
    public async Task Should_say_what_is_wrong_with_a_remote_that_is_asked_for(string address, string message)
    {
        quickstart.RequireReport();
        using var sandbox = new Sandbox();

        var run = await sandbox.Run([.. Pull, "--remote", address]);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_say_what_to_make_where_there_is_nothing_to_push()
    {
        quickstart.RequireReport();
        using var sandbox = new Sandbox();
        Directory.CreateDirectory(sandbox.PathOf("remote"));

        var run = await sandbox.Run([.. Push, "--remote", new Uri(sandbox.PathOf("remote")).AbsoluteUri]);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(
            "Nothing of 'quickstart' is current here, so there is nothing to push.\nMake its report first:\n"
            + "  ./build.sh --target Report --experiment quickstart", run.Errors, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> LinesWith(ScriptRun run, string part) =>
        [.. run.Output.Split('\n').Where(line => line.Contains(part, StringComparison.Ordinal))];

    // The registry is on this machine.
    private static void Direct(IDictionary<string, string?> variables) => variables["no_proxy"] = "127.0.0.1";
}
