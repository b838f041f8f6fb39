using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Pipeline.Plans;
using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Pipeline.Provenance.Code;
using FashionPipeline.Pipeline.Reports;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline;

/// <summary>The pipeline of one experiment over one store.</summary>
public sealed class ExperimentPipeline : IDisposable
{
    private readonly PipelineOptions options;
    private readonly Experiment experiment;
    private readonly StageGraph graph;
    private readonly ReportFolder report;
    private readonly NodeStore store;
    private readonly FileLock storeLock;
    private readonly Display display = new();
    private readonly RunLog log = new();
    private readonly Planner planner;
    private readonly Runner runner;
    private readonly HashSet<string> chosen;

    private ExperimentPipeline(PipelineOptions options)
    {
        this.options = options;
        _ = Task.Run(() => CompiledProgram.Running); // is read meanwhile
        experiment = ExperimentLoader.Load(options.Experiment, options.Overrides, Path.Combine(options.Root, "experiments"));
        graph = ExperimentGraph.Of(experiment, options.Mirror);
        chosen = Choose(options.Only);
        report = new ReportFolder(Path.Combine(options.Reports, experiment.Name));
        store = new NodeStore(new StoreLayout(options.Cache), experiment.Name, experiment.DataSet.Name);
        storeLock = StoreAccess.Share(store.Layout, display.Line); // after the experiment: a faulty one leaves no store behind
        var fingerprints = new CodeFingerprints(
            CompiledProgram.Running, store.Layout, store.Blobs, [.. graph.Nodes.Select(node => node.Work.GetType()).Distinct()]);
        planner = new Planner(graph, store, fingerprints.Of);
        runner = new Runner(graph, planner, store, display, log, options.Jobs);
    }

    /// <summary>Name of the experiment.</summary>
    public string Name => experiment.Name;

    /// <summary>The folder that holds all published files of the data set; null where one is missing, or there are none.</summary>
    public string? DataFolder => graph.Nodes.FirstOrDefault(node => node.IsPublished) is { } download
        && download.Work.Published.All(file => store.Published.Has(file.Key, file.Value)) ? store.Published.Folder : null;

    /// <summary>Reads the experiment and takes the store, waiting for another run that works in it.</summary>
    /// <param name="options">What was asked for.</param>
    /// <exception cref="InputException">The experiment is at fault, or the store cannot be written to.</exception>
    public static ExperimentPipeline Open(PipelineOptions options)
    {
        try
        {
            return new(options);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unreachable("The pipeline", options, fault);
        }
    }

    /// <summary>Runs a stage and what it needs, or takes results from the store where nothing that they depend on has changed.</summary>
    /// <param name="stage">The stage.</param>
    /// <exception cref="InputException">The data or the results are at fault; the message is for the user.</exception>
    public void Run(Stage stage)
    {
        try
        {
            if (stage == Stage.Report)
            {
                LockFile.RequireReplaceable(report[LockFile.FileName]);
            }

            if (stage == Stage.Download && experiment.DataSet.IsSynthetic)
            {
                display.Line("download  nothing to fetch (synthetic data)");
            }

            var nodes = graph.OfStage(SnakeCase.Of(stage)).Where(IsChosen).ToList();
            display.WithBars(stage is Stage.Download or Stage.Train, () => runner.Run(nodes));
            if (stage == Stage.Report && nodes.Count > 0)
            {
                LayOutReport();
                store.Records.Remember(runner.Results.Where(result => result.Value.Key is not null).ToDictionary(
                    result => result.Key, result => (result.Value.Key!, result.Value.Outputs), StringComparer.Ordinal));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unreachable($"{stage}", options, fault);
        }
    }

    /// <summary>What a run would do.</summary>
    public PipelinePlan Plan()
    {
        var seconds = RunLog.Read(report[RunLog.FileName]).ToDictionary(stage => stage.Id, stage => stage.Seconds, StringComparer.Ordinal);
        return new(experiment.Name, [.. Plans().Select(plan => PlannedNode.Of(plan, seconds))]);
    }

    /// <summary>Why nodes have to run: all those that do, or those that the options name.</summary>
    public Explanation Explain() => new(experiment.Name, null, [.. planner.Plan().Where(plan => options.Only.Count == 0
        ? plan is not CurrentNode
        : options.Only.Any(pattern => StageGraph.IsMatch(pattern, plan.Node.Id))).Select(ExplainedNode.Of)]);

    /// <summary>
    /// Why nodes of the report that is there differ from those of a revision, from what is committed of both; needs neither data nor store.
    /// </summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="revision">A revision of the repository.</param>
    /// <exception cref="InputException">One of the two is not there, or cannot be read.</exception>
    public static Explanation Explain(PipelineOptions options, string revision)
    {
        var experiment = ExperimentLoader.Load(options.Experiment, options.Overrides, Path.Combine(options.Root, "experiments"));
        var against = new GitRevision(options.Root, revision);
        var folder = $"reports/{experiment.Name}";
        var before = LockedReport.Read(name => against.Read($"{folder}/{name}"), $"{folder} of revision '{revision}'");
        var now = LockedReport.InFolder(Path.Combine(options.Reports, experiment.Name));
        return new(experiment.Name, revision, [.. LockDiff.Of(before, now).Where(node => options.Only.Count == 0
            || options.Only.Any(pattern => StageGraph.IsMatch(pattern, node.Node)))]);
    }

    /// <summary>Lets go of the store.</summary>
    public void Dispose() => storeLock.Dispose();

    private IEnumerable<NodePlan> Plans() => planner.Plan().Where(plan => IsChosen(plan.Node));

    private bool IsChosen(StageNode node) => chosen.Contains(node.Id);

    // What the chosen nodes need is chosen with them.
    private HashSet<string> Choose(IReadOnlyList<string> patterns)
    {
        if (patterns.FirstOrDefault(pattern => !graph.Matching(pattern).Any()) is { } unknown)
        {
            throw new InputException($"Experiment '{experiment.Name}' has no node '{unknown}': "
                + NearestName.Suggest(unknown, graph.Nodes.Select(node => node.Id)));
        }

        var named = patterns.Count == 0 ? graph.Nodes : graph.With(patterns.SelectMany(graph.Matching));
        return named.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
    }

    private void LayOutReport()
    {
        var node = graph[NodeNames.Report];
        try
        {
            LayOut();
        }
        catch (DamagedArtifactException damaged)
        {
            runner.RunAgain(node, damaged.Artifact);
            LayOut();
        }

        display.Line($"Report: {report["report.pdf"]}");

        ReportLocks Locks() => new(store, graph, runner.Results);

        void LayOut() => report.LayOut(Files(), RunLog.FileName, display.Line);

        Dictionary<string, ReportFile> Files() => new(
            runner.Results[node.Id].Outputs.Select(file =>
                KeyValuePair.Create(file.Key, new ReportFile(file.Value, () => store.Blobs.Read(file.Value)))), StringComparer.Ordinal)
        {
            [LockFile.FileName] = ReportFile.Of(Locks().Results(experiment.Name, experiment.DataSet.Name)),
            [CodeLock.FileName] = ReportFile.Of(Locks().Code(experiment.Name)),
            [RunLog.FileName] = ReportFile.Of(log.ToBytes(RunLog.Read(report[RunLog.FileName]))),
        };
    }

    private static InputException Unreachable(string subject, PipelineOptions options, Exception fault) => new(
        $"{subject} cannot read or write a file: {fault.Message}\nThe store is in {options.Cache}, the reports are in {options.Reports}.\n"
        + "Make room or make them writable, or name others.", fault) { Remedy = Remedy.NameStoreAndReports };
}
