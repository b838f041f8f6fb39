using FashionPipeline.Tests.Build;

namespace FashionPipeline.Tests.EndToEnd;

/// <summary>The first command of the README, once for all tests that look at what it leaves.</summary>
public sealed class QuickstartRun : IAsyncLifetime
{
    private ScriptRun? first;

    internal static string[] Command { get; } = ["--target", "Report", "--experiment", "quickstart"];

    internal Sandbox Sandbox { get; } = new();

    /// <summary>How it went; the test that asks is skipped where there is no bash.</summary>
    internal ScriptRun First
    {
        get
        {
            Assert.SkipWhen(first is null, "build.sh needs bash.");
            return first!;
        }
    }

    internal string Report => Path.Combine(Sandbox.Reports, "quickstart");

    public async ValueTask InitializeAsync()
    {
        if (!OperatingSystem.IsWindows())
        {
            first = await Sandbox.Run(Command);
        }
    }

    public ValueTask DisposeAsync()
    {
        Sandbox.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Where a test cannot go on without the report: it was written, or the test fails with the reason.</summary>
    internal void RequireReport() => Assert.True(First.ExitCode == 0, First.Errors + First.Output);

    /// <summary>A place with the same store and the same report, where a test can go on from there.</summary>
    internal Sandbox Copy()
    {
        RequireReport();
        var copy = new Sandbox();
        copy.CopyCacheOf(Sandbox);
        Sandbox.Copy(Report, Path.Combine(copy.Reports, "quickstart"));
        return copy;
    }
}
