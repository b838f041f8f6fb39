using Cake.Core;
using FashionPipeline.Pipeline;

namespace Build;

/// <summary>Compiles and runs the benchmarks; they write their tables themselves.</summary>
internal static class BenchmarkRun
{
    private const string Project = "tests/FashionPipeline.Benchmarks";

    /// <summary>Runs the benchmarks.</summary>
    /// <param name="options">The data's mirror, and how many runs are trained at the same time.</param>
    /// <param name="arguments">What else was typed for them.</param>
    /// <exception cref="CakeException">They do not compile, or they failed.</exception>
    public static void Run(PipelineOptions options, IEnumerable<string> arguments)
    {
        DotNet.Build(options.Root, Project + "/FashionPipeline.Benchmarks.csproj");
        string[] mirror = options.Mirror is { } folder ? ["--mirror", folder] : [];
        var program = Path.Combine(options.Root, Project, "bin/Release/net10.0/FashionPipeline.Benchmarks.dll");
        var exitCode = DotNet.Run(options.Root, [program, "--jobs", FormattableString.Invariant($"{options.Jobs}"), .. mirror, .. arguments]);
        if (exitCode != 0)
        {
            throw new CakeException($"The benchmarks ended with exit code {exitCode}; their messages are above.");
        }
    }
}
