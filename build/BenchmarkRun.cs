using Cake.Core;
using FashionPipeline.Pipeline;

namespace Build;

/// <summary>Compiles and runs the benchmarks; they write their tables themselves.</summary>
internal static class BenchmarkRun
{
    private const string Project = "tests/FashionPipeline.Benchmarks";

    /// <summary>Runs the benchmarks.</summary>
    /// <param name="options">The data's mirror, and how many runs are trained at the same time.</param>
    /// <param name="parts">What they are narrowed to; none for the usual parts.</param>
    /// <param name="sides">What the comparison runs, with commas between them.</param>
    /// <param name="rounds">How often each side of the comparison runs.</param>
    /// <exception cref="CakeException">They do not compile, or they failed.</exception>
    public static void Run(PipelineOptions options, IReadOnlyList<string> parts, string sides, int rounds)
    {
        DotNet.Build(options.Root, Project + "/FashionPipeline.Benchmarks.csproj");
        string[] mirror = options.Mirror is { } folder ? ["--mirror", folder] : [];
        string[] comparison =
        [
            "--sides", sides,
            "--rounds", FormattableString.Invariant($"{rounds}"),
        ];
        var program = Path.Combine(options.Root, Project, "bin/Release/net10.0/FashionPipeline.Benchmarks.dll");
        var exitCode =
            DotNet.Run(options.Root, [program, .. comparison, .. mirror, .. parts.SelectMany(part => new[] { "--part", part })]);
        if (exitCode != 0)
        {
            throw new CakeException($"The benchmarks ended with exit code {exitCode}; their messages are above.");
        }
    }
}
