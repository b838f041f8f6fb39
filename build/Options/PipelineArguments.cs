using System.Globalization;
using Build.Tasks;
using FashionPipeline.Pipeline;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Sharing;

namespace Build.Options;

/// <summary>All that can be typed: each option and each variable once.</summary>
public static class PipelineArguments
{
    private const string AutomaticJobs = "auto";

    private static readonly string[] Stages = [nameof(Default), .. Enum.GetNames<Stage>()];
    private static readonly string[] Pipeline =
    [
        .. Stages, nameof(Tasks.Plan), nameof(Status), nameof(Why), nameof(Reproduce), nameof(Predict), nameof(Export), nameof(Cancel),
        nameof(RunNode), nameof(Retry),
    ];
    private static readonly string[] Sharing = [nameof(Push), nameof(Pull)];
    private static readonly string[] PipelineAndSharing = [.. Pipeline, .. Sharing];
    private static readonly string[] PipelineAndDiff = [.. PipelineAndSharing, nameof(Diff)];
    private static readonly string[] PipelineAndBenchmark = [.. Pipeline, nameof(Benchmark)];
    private static readonly string[] Parts = ["comparison", "growth", "kernels", "accuracy", "epoch"];
    private static readonly string[] Sides = ["ours", "libtorch", "python"];

    public static EnvironmentVariable Cache { get; } =
        new("FASHION_PIPELINE_CACHE", "folder of the store and of downloaded data; default .cache/");

    public static EnvironmentVariable Reports { get; } = new("FASHION_PIPELINE_REPORTS", "folder of the reports; default reports/");

    public static EnvironmentVariable MirrorVariable { get; } = new("FASHION_MNIST_MIRROR", "what --mirror names, where that is not given");

    public static EnvironmentVariable RemoteVariable { get; } =
        new("FASHION_PIPELINE_REMOTE", $"what --remote names, where that is not given; empty or {RemoteChoice.None} for none");

    public static Option<string> Target { get; } =
        new("target", "NAME", "what to do, and before it what it depends on", text => text, [])
        {
            Default = nameof(Report),
            IsRepeatable = true,
        };

    public static Option<string> Experiment { get; } =
        new("experiment", "NAME", "an experiment of experiments/ or the path of a YAML file", ParseExperiment, PipelineAndDiff)
        {
            Default = "fashion-mnist",
        };

    public static Option<string> Set { get; } =
        new("set", "KEY=VALUE",
            "replaces a setting of the file, such as training.epochs=1 or models.cnn.layers.03.rate=0.3, and makes a variant with a "
            + "report of its own",
            ParseSetting, PipelineAndSharing) { IsRepeatable = true };

    public static Option<string> Name { get; } =
        new("name", "NAME", "of AddData, what the data set is called; else what the variant is called that --set makes: default a hash of "
            + "its settings",
            ParseName, [.. PipelineAndSharing, nameof(AddData)]);

    public static Option<string> Only { get; } =
        new("only", "STEP",
            "only this step and what it lacks: train/cnn/12345, train/*/1 or a stage such as train; of snapshots, only those of this name",
            text => text, [.. Stages, nameof(Tasks.Plan), nameof(Why), .. Sharing, nameof(Snapshots), nameof(RunNode)])
        {
            IsRepeatable = true,
        };

    public static Option<string> Mirror { get; } =
        new("mirror", "FOLDER_OR_URL", "is asked for data before the published sources", ParseFolderOrUrl, PipelineAndBenchmark)
        {
            Variable = MirrorVariable,
        };

    public static Option<string> Remote { get; } =
        new("remote", "URL",
            "a store elsewhere, such as oci://ghcr.io/owner/name/store: is asked for results before they are made; Push and Pull speak "
            + $"with it; {RemoteChoice.None} for none; without it the file with your settings",
            text => text, [.. Stages, nameof(Predict), nameof(Export), .. Sharing]) { Variable = RemoteVariable };

    public static Option<int> Jobs { get; } =
        new("jobs", "N",
            $"does up to N steps of a stage at the same time, such as trainings or evaluations; {AutomaticJobs} is one for every "
            + $"{PipelineOptions.CoresPerJob} cores", ParseJobs, Pipeline)
        {
            Default = AutomaticJobs,
        };

    public static Option<Executor> Executor { get; } =
        new("executor", "NAME", "who runs the steps: local, this machine; slurm, a cluster, to which they are submitted as job arrays",
            ParseExecutor, Stages) { Default = "local" };

    public static Option<bool> Wait { get; } =
        new("wait", "", "stays after submitting until all steps have ended, and says how far they are", _ => true, Stages);

    public static Option<string> Against { get; } =
        new("against", "REVISION", "explains the difference to what is committed there, from committed files alone", text => text,
            [nameof(Why)]);

    public static Option<string> From { get; } =
        new("from", "WHERE",
            "of AddData, the folder, file or URL with the images; of Diff, the report that is compared with: of a revision, or of a folder "
            + "such as ../other/reports; default HEAD, of another experiment what is there",
            text => text, [nameof(Diff), nameof(AddData)]);

    public static Option<string> To { get; } =
        new("to", "WHERE", "the report that is compared, as before; without it the one that is there", text => text, [nameof(Diff)]);

    public static Option<string> FromExperiment { get; } =
        new("from-experiment", "NAME", "the experiment whose report is compared with, where it is another one", ParseExperiment,
            [nameof(Diff)]);

    public static Option<string> ToExperiment { get; } =
        new("to-experiment", "NAME", "the experiment whose report is compared, where it is another one", ParseExperiment, [nameof(Diff)]);

    public static Option<string> Image { get; } =
        new("image", "FILE", "a PNG or JPEG file that the best model classifies", Path.GetFullPath, [nameof(Predict)])
        {
            IsRepeatable = true,
        };

    public static Option<string> ImageCollection { get; } =
        new("images", "FOLDER_OR_IDX",
            "a folder with PNG or JPEG files, also in folders below, or an IDX file of images, packed or not: the best model classifies "
            + "all of them, and a table has the results",
            Path.GetFullPath, [nameof(Predict)]);

    public static Option<bool> Accept { get; } =
        new("accept", "", "takes what the tests received for what they are to expect", _ => true, [nameof(Snapshots)]);

    public static Option<string> Artifact { get; } =
        new("artifact", "FILE", "the archive with a difference of somebody else", Path.GetFullPath, [nameof(Comment)]);

    public static Option<string> Pictures { get; } =
        new("pictures", "URL", "address of the folder with the pictures; without it there are none", ParseAddress, [nameof(Comment)]);

    public static Option<OutputFormat> Format { get; } =
        new("format", "NAME", "table, json, or for a plan tree, or github: the matrix of a job", ParseFormat,
            [nameof(Tasks.Plan), nameof(Why)])
        {
            Default = "table",
        };

    public static Option<string> Output { get; } =
        new("output", "PATH", "file that a plan or an explanation is written to, or folder that a difference is; of Predict, the CSV "
            + $"file with the probability of every class: default {PredictionRun.FileName} with --images, else none", Path.GetFullPath,
            [nameof(Tasks.Plan), nameof(Why), nameof(Diff), nameof(Comment), nameof(Predict)]);

    public static Option<string> Tests { get; } =
        new("tests", "NAMESPACE", "only the tests of this namespace", text => text, [nameof(Test)]);

    public static Option<string> Part { get; } =
        new("part", "NAME", $"only {ListOf(Parts)}", ParsePart, [nameof(Benchmark)]) { IsRepeatable = true };

    public static Option<string> ComparedSides { get; } =
        new("sides", "LIST", $"what the comparison runs, the first beside the others: of {string.Join(", ", Sides)}", ParseSides,
            [nameof(Benchmark)]) { Default = string.Join(',', Sides) };

    public static Option<int> Rounds { get; } =
        new("rounds", "N", "how often each side of the comparison runs", ParseCount, [nameof(Benchmark)]) { Default = "3" };

    public static Option<bool> Verify { get; } =
        new("verify", "", "reads every file of the store and compares it with what it should be", _ => true, [nameof(Tasks.Cache)]);

    public static Option<bool> Plan { get; } =
        new("plan", "", "says what would be done, and why, and does nothing; the same as --dryrun", _ => true, [.. Stages, nameof(Prune)]);

    /// <summary>All options in the order of the help.</summary>
    public static IReadOnlyList<Option> All { get; } =
    [
        Target, Experiment, Set, Name, Only, Mirror, Remote, Jobs, Executor, Wait, Against, From, To, FromExperiment, ToExperiment, Image,
        ImageCollection, Format, Output, Accept, Artifact, Pictures, Tests, Part, ComparedSides, Rounds, Verify, Plan,
        new("verbosity", "LEVEL", "quiet, minimal, normal, verbose, or diagnostic, which shows where an error came from")
        {
            Default = "normal",
        },
        new("dryrun", "", "says what would be done and why, as target Plan does; of targets without a plan, their names"),
        new("description", "", "says what each target does"),
        new("tree", "", "shows which step needs which, what would be done and why; of targets without a plan, which depends on which"),
        new("exclusive", "", "runs the target without those that it depends on"),
        new("working", "FOLDER", "where relative paths start, in place of the current folder"),
        new("info", "", "says what this program runs on"),
        new("version", "", "says which version this is"),
        new("help", "", "says all this"),
    ];

    /// <summary>All variables.</summary>
    public static IReadOnlyList<EnvironmentVariable> Variables { get; } = [Cache, Reports, MirrorVariable, RemoteVariable];

    /// <summary>A URL as it is, or the full path of a folder or file.</summary>
    public static string ParseFolderOrUrl(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            ? text
            : Path.GetFullPath(text);

    // The experiment fashion-mnist is a name; ./mine.yaml and folder/mine.yaml are paths.
    private static string ParseExperiment(string text) =>
        text.IndexOfAny(['/', '\\']) >= 0 || Path.GetExtension(text).ToUpperInvariant() is ".YAML" or ".YML"
            ? Path.GetFullPath(text)
            : text;

    private static string ParseSetting(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) > 0 ? text : throw new FormatException("KEY=VALUE, such as training.epochs=1");

    private static string ParseName(string text) =>
        Variant.IsName(text) ? text : throw new FormatException("letters, digits, '.', '_' and '-', such as more-epochs");

    private static string ParseAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? text.TrimEnd('/')
            : throw new FormatException("an address such as https://raw.githubusercontent.com/owner/name/branch/folder");

    private static string ParsePart(string text) => Parts.Contains(text) ? text : throw new FormatException(ListOf(Parts));

    private static string ParseSides(string text) =>
        text.Split(',') is var sides && sides.All(Sides.Contains) && sides.Distinct().Count() == sides.Length
            ? text
            : throw new FormatException($"some of {string.Join(',', Sides)}, each once, with commas between them");

    private static OutputFormat ParseFormat(string text) => text switch
    {
        "table" => OutputFormat.Table,
        "tree" => OutputFormat.Tree,
        "json" => OutputFormat.Json,
        "github" => OutputFormat.GitHub,
        _ => throw new FormatException("table, tree, json or github"),
    };

    private static Executor ParseExecutor(string text) => text switch
    {
        "local" => Options.Executor.Local,
        "slurm" => Options.Executor.Slurm,
        _ => throw new FormatException("local or slurm"),
    };

    private static int ParseJobs(string text) => text == AutomaticJobs
        ? PipelineOptions.JobsOf(Environment.ProcessorCount)
        : TryParseCount(text, out var count) ? count : throw new FormatException($"a whole number of 1 or more, or {AutomaticJobs}");

    private static int ParseCount(string text) =>
        TryParseCount(text, out var count) ? count : throw new FormatException("a whole number of 1 or more, such as 2");

    private static bool TryParseCount(string text, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0;

    private static string ListOf(string[] names) => $"{string.Join(", ", names[..^1])} or {names[^1]}";
}
