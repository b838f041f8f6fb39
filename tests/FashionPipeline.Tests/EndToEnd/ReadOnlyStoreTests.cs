using System.Diagnostics;
using FashionPipeline.Tests.Build;

namespace FashionPipeline.Tests.EndToEnd;

/// <summary>A store that cannot be written to serves what it holds, and says so plainly where that is not enough.</summary>
[Collection(QuickstartCollection.Name)]
public sealed class ReadOnlyStoreTests(QuickstartRun quickstart)
{
    [Fact]
    public async Task Should_lay_out_a_report_from_a_store_that_cannot_be_written_to()
    {
        using var sandbox = quickstart.Copy();
        Directory.Delete(sandbox.Reports, recursive: true);

        var run = await ReadOnly(sandbox, QuickstartRun.Command);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.All(StageLines.Of(run.Output), line => Assert.Equal("reused", line.Said));
        Assert.Equal(Sandbox.Digests(quickstart.Report), Sandbox.Digests(Path.Combine(sandbox.Reports, "quickstart")));
    }

    [Fact]
    public async Task Should_say_that_a_result_cannot_be_kept_there()
    {
        using var sandbox = quickstart.Copy();

        var run = await ReadOnly(sandbox, [.. QuickstartRun.Command, "--set", "training.epochs=1"]);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("cannot read or write a file: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains($"The store is in {sandbox.Cache}", run.Errors, StringComparison.Ordinal);
    }

    // Permissions bind everybody but root, and a mount needs root.
    private static Task<ScriptRun> ReadOnly(Sandbox sandbox, IEnumerable<string> arguments)
    {
        const string Script = """mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@" """;
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux can mount a folder once more.");
        if (!Environment.IsPrivilegedProcess)
        {
            Process.Start("chmod", ["-R", "a-w", sandbox.Cache])!.WaitForExit();
            return sandbox.Run(arguments);
        }

        return sandbox.RunBy(["unshare", "-m", "bash", "-c", Script, sandbox.Cache], arguments);
    }
}
