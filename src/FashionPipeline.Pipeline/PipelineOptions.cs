using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store.Remotes;
using FashionPipeline.Reporting.Content;

namespace FashionPipeline.Pipeline;

/// <summary>What was asked for on the command line.</summary>
public sealed record PipelineOptions
{
    /// <summary>
    /// Cores for each job: more of them wait for each other, and with fewer there are more jobs, each of which takes memory
    /// (src/FashionPipeline.Numerics/README.md, "Many cores").
    /// </summary>
    public const int CoresPerJob = 2;

    /// <summary>The repository's folder: holds <c>experiments/</c>, <c>reports/</c> and <c>.cache/</c>.</summary>
    public required string Root { get; init; }

    /// <summary>Name of an experiment in <c>experiments/</c>, or path of a YAML file.</summary>
    public string Experiment { get; init; } = "fashion-mnist";

    /// <summary>What is typed to run an experiment, before its name; null where nobody types.</summary>
    public string? Program { get; init; }

    /// <summary>Settings that replace the file's, <c>training.epochs=1</c>: they make a variant of the experiment.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>What the variant is called that these settings make; null for the hash of them.</summary>
    public string? VariantName { get; init; }

    /// <summary>
    /// Names of nodes that the work is narrowed to, and what these need: <c>train/cnn/12345</c>, <c>train/*/1</c>, or a stage; none for
    /// all.
    /// </summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Folder or URL that is asked for data before the data set's own sources; null for none.</summary>
    public string? Mirror { get; init; }

    /// <summary>Whether stage <c>download</c> fetches what no node has to read.</summary>
    public bool IsDataAskedFor { get; init; } = true;

    /// <summary>Opens the remote store that is asked for results before they are made; null for none.</summary>
    public Func<IRemote>? OpenRemote { get; init; }

    /// <summary>Nodes that may run at the same time, at least 1.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Jobs that share a number of cores well, at least 1.</summary>
    public static int JobsOf(int cores) => Math.Max(1, cores / CoresPerJob);

    /// <summary>Folder of the store and of downloaded data; null for <c>.cache</c> below <see cref="Root"/>.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Folder that holds a folder for each experiment's report; null for <c>reports</c> below <see cref="Root"/>.</summary>
    public string? ReportsFolder { get; init; }

    /// <summary>Whether a stage is run without what it needs, which has to be there.</summary>
    public bool IsExclusive { get; init; }

    /// <summary>Trainings that are known to diverge: the experiment goes without their models. None where nobody knows.</summary>
    public IReadOnlyList<FailedRun> Diverged { get; init; } = [];

    /// <summary>Whether nothing is said of what is done.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Whether <see cref="Only"/> names a node.</summary>
    public bool IsNamed(string node) => Only.Any(pattern => StageGraph.IsMatch(pattern, node));

    /// <summary>The folder with experiments that are known by name.</summary>
    public string Experiments => Path.Combine(Root, "experiments");

    /// <summary>The same of a variant that has a report; null where the name is none of such a one.</summary>
    /// <param name="name">Name of the variant: <c>quickstart@longer</c>.</param>
    /// <exception cref="IOException">What says which settings made it cannot be read.</exception>
    public PipelineOptions? WithVariant(string name) =>
        Variant.OriginOf(name) is { } origin && name[(origin.Length + 1)..] is var called && Variant.IsName(called)
        && Variant.SettingsIn(Path.Combine(Reports, name)) is { Count: > 0 } settings
            ? this with { Experiment = origin, Overrides = settings, VariantName = called } : null;

    /// <summary>The folder of the store and of downloaded data.</summary>
    public string Cache => CacheFolder ?? Path.Combine(Root, ".cache");

    /// <summary>The folder that holds a folder for each experiment's report.</summary>
    public string Reports => ReportsFolder ?? Path.Combine(Root, "reports");
}
