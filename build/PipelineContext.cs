using System.Globalization;
using Cake.Core;
using Cake.Frosting;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline;

namespace Build;

/// <summary>What was typed, as an immutable description.</summary>
public sealed class PipelineContext : FrostingContext
{
    private readonly Lazy<ExperimentPipeline> pipeline;

    public PipelineContext(ICakeContext context)
        : base(context)
    {
        CommandLineCheck.Check(Arguments);
        Options = ReadOptions();
        TestNamespace = Arguments.GetArgument("tests");
        BenchmarkArguments = [.. new[] { "part", "rounds" }.SelectMany(name => Arguments.GetArguments(name).SelectMany(value => new[] { "--" + name, value! }))];
        pipeline = new(() => ExperimentPipeline.Open(Options));
    }

    /// <summary>What the pipeline is asked for.</summary>
    public PipelineOptions Options { get; }

    /// <summary>The pipeline; the experiment is read when a task first asks for it.</summary>
    public ExperimentPipeline Pipeline => pipeline.Value;

    /// <summary>Namespace that the tests are narrowed to; null for all.</summary>
    public string? TestNamespace { get; }

    /// <summary>Arguments for the benchmarks, as they were typed; they are checked where they are used.</summary>
    public IReadOnlyList<string> BenchmarkArguments { get; }

    private PipelineOptions ReadOptions() => new()
    {
        Root = RepositoryRoot.Find(),
        Experiment = Arguments.GetArgument("experiment") is { } experiment ? ResolveExperiment(experiment) : "fashion-mnist",
        Overrides = [.. Arguments.GetArguments("set").Select(CheckOverride)],
        Mirror = (Arguments.GetArgument("mirror") ?? ReadEnvironment("FASHION_MNIST_MIRROR")) is { } mirror ? ResolveMirror(mirror) : null,
        Jobs = Arguments.GetArgument("jobs") is { } jobs ? ParseJobs(jobs) : 1,
        CacheFolder = ReadEnvironment("FASHION_PIPELINE_CACHE") is { } cache ? FromWhereTyped(cache) : null,
        ReportsFolder = ReadEnvironment("FASHION_PIPELINE_REPORTS") is { } reports ? FromWhereTyped(reports) : null,
    };

    private string? ReadEnvironment(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    // The experiment fashion-mnist is a name; ./mine.yaml and folder/mine.yaml are paths.
    private string ResolveExperiment(string experiment) =>
        experiment.IndexOfAny(['/', '\\']) >= 0 || Path.GetExtension(experiment).ToUpperInvariant() is ".YAML" or ".YML"
            ? FromWhereTyped(experiment)
            : experiment;

    private string ResolveMirror(string mirror) =>
        mirror.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || mirror.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            ? mirror
            : FromWhereTyped(mirror);

    private string FromWhereTyped(string path) => Path.GetFullPath(path, Environment.WorkingDirectory.FullPath);

    private static string CheckOverride(string? text) => text is not null && text.IndexOf('=', StringComparison.Ordinal) > 0
        ? text
        : throw new InputException(
            $"--set: found '{text}', expected key=value. Type for example: ./build.sh --target Report --set training.epochs=1");

    private static int ParseJobs(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs > 0
            ? jobs
            : throw new InputException($"--jobs: found '{text}', expected a whole number of 1 or more. Type for example: --jobs 2");
}
