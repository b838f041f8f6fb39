using Cake.Core;

namespace Build;

/// <summary>Compiles and runs the tests, and counts them from the runner's own report.</summary>
internal static class TestRun
{
    private const string Project = "tests/FashionPipeline.Tests";

    /// <summary>Runs the tests.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <param name="testNamespace">Runs the tests of this namespace only; null for all.</param>
    /// <exception cref="CakeException">They do not compile, or one of them failed, or none ran.</exception>
    public static void Run(string root, string? testNamespace)
    {
        DotNet.Build(root, Project + "/FashionPipeline.Tests.csproj");
        var report = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var program = Path.Combine(root, Project, "bin/Release/net10.0/FashionPipeline.Tests.dll");
            string[] filter = testNamespace is null ? [] : ["-namespace", testNamespace, "-namespace", testNamespace + ".*"];
            string[] plain = Console.IsOutputRedirected ? ["-noColor"] : [];
            var exitCode = DotNet.Run(Path.Combine(root, Project), [program, "-noLogo", "-ctrf", report, .. filter, .. plain]);
            if (!File.Exists(report))
            {
                throw new CakeException($"The test program ended with exit code {exitCode} before it reported.");
            }

            Check(TestTotals.Read(report), exitCode, testNamespace);
        }
        finally
        {
            File.Delete(report);
        }
    }

    private static void Check(TestTotals totals, int exitCode, string? testNamespace)
    {
        // The totals are the last line of all: after the summary, and after the error of a failed run.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Console.Out.WriteLine(totals);
        if (totals.Failed > 0)
        {
            throw new CakeException($"Tests failed: {totals.Failed}. Their names and messages are above.");
        }

        if (exitCode != 0)
        {
            throw new CakeException($"The test program ended with exit code {exitCode}; its messages are above.");
        }

        if (totals.Passed + totals.Skipped == 0)
        {
            throw new CakeException(testNamespace is null ? "There are no tests." : $"There are no tests in namespace '{testNamespace}'.");
        }
    }
}
