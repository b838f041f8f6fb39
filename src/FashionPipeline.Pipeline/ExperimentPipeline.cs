using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Pipeline.OwnImages;
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
    private readonly Display display;
    private readonly RunLog log = new();
    private readonly Planner planner;
    private readonly Runner runner;
    private readonly HashSet<string> chosen;

    private ExperimentPipeline(PipelineOptions options)
    {
        this.options = options;
        display = new(isQuiet: options.IsQuiet);
        _ = Task.Run(() => CompiledProgram.Running); // is read meanwhile
        experiment = ExperimentLoader.Load(options.Experiment, options.Overrides, Path.Combine(options.Root, "experiments"));
        graph = ExperimentGraph.Of(experiment, options.Mirror);
        chosen = Choose();
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
    public static ExperimentPipeline Open(PipelineOptions options) =>
        Reaching("The pipeline", options, () => new ExperimentPipeline(options));

    /// <summary>Runs a stage and what it needs, or takes results from the store where nothing that they depend on has changed.</summary>
    /// <param name="stage">The stage.</param>
    /// <exception cref="InputException">The data or the results are at fault; the message is for the user.</exception>
    public void Run(Stage stage) => Reaching($"{stage}", () =>
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
        if (options.IsExclusive)
        {
            RequireWhatIsNeeded(stage, nodes);
        }

        display.WithBars(stage is Stage.Download or Stage.Train, () => runner.Run(nodes));
        KeepTimes();
        if (stage == Stage.Report && nodes.Count > 0)
        {
            LayOutReport();
            store.Records.Remember(runner.Results.Where(result => result.Value.Key is not null).ToDictionary(
                result => result.Key, result => (result.Value.Key!, result.Value.Outputs), StringComparer.Ordinal));
        }

        return true;
    });

    /// <summary>
    /// What the best model, trained with the first seed, takes images of the user's own for; runs what the choice needs and is not there.
    /// </summary>
    /// <param name="files">Full paths of PNG or JPEG files, at least one. Each is brought to the size of the data set's images.</param>
    /// <exception cref="InputException">A file is no image, or the data or the results are at fault.</exception>
    public ImagePredictions Predict(IReadOnlyList<string> files) => Reaching("The prediction", () =>
    {
        var images = OwnImage.Read(files, experiment.DataSet.Shape);
        display.WithBars(areWanted: true, () => runner.Run([graph[NodeNames.Select]]));
        KeepTimes();
        var best = CanonicalJson.Read<SelectionResult>(ReadArtifact(NodeNames.Select, SelectStage.Selection)).Model;
        var train = graph[NodeNames.Train(best, experiment.Seeds[0])];
        var stage = (TrainStage)train.Work;
        return ImagePredictions.Of(
            stage.Network, stage.Options, ReadArtifact(train.Id, TrainStage.Weights), images, experiment.DataSet.LabelNames);
    });

    /// <summary>What a run would do.</summary>
    /// <param name="stage">The stage that would be run; null for all.</param>
    /// <exception cref="InputException">The store cannot be read.</exception>
    public PipelinePlan Plan(Stage? stage = null) => Reaching("The plan", () =>
    {
        var nodes = stage is { } only ? graph.With(graph.OfStage(SnakeCase.Of(only))) : graph.Nodes;
        var asked = nodes.Where(IsChosen).Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        var seconds = RunLog.Read(Times()).ToDictionary(time => time.Id, time => time.Seconds, StringComparer.Ordinal);
        return new PipelinePlan(experiment.Name,
            [.. planner.Plan().Where(plan => asked.Contains(plan.Node.Id)).Select(plan => PlannedNode.Of(plan, seconds))]);
    });

    /// <summary>Why nodes have to run: all those that do, or those that the options name.</summary>
    /// <exception cref="InputException">The store cannot be read.</exception>
    public Explanation Explain() => Reaching("The explanation", () => new Explanation(experiment.Name, null,
        [.. planner.Plan().Where(plan => options.Only.Count == 0 ? plan is not CurrentNode : options.IsNamed(plan.Node.Id))
            .Select(ExplainedNode.Of)]));

    /// <summary>
    /// Why nodes of the report that is there differ from those of a revision, from what is committed of both; needs neither data nor store.
    /// </summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="revision">A revision of the repository.</param>
    /// <exception cref="InputException">One of the two is not there, or cannot be read, or neither has a node that was named.</exception>
    public static Explanation Explain(PipelineOptions options, string revision)
    {
        if (options.Overrides.Count > 0)
        {
            throw new InputException($"{string.Join(", ", options.Overrides)} changes nothing in what is committed.\n"
                + "Leave it out, or make the report with it first.");
        }

        var experiment = ExperimentLoader.Load(options.Experiment, [], Path.Combine(options.Root, "experiments")).Name;
        var now = LockedReport.InFolder(Path.Combine(options.Reports, experiment));
        var before = LockedReport.InRevision(new GitRevision(options.Root, revision), $"reports/{experiment}");
        RequireNodes(experiment, options.Only, before.Lock.Nodes.Keys.Union(now.Lock.Nodes.Keys));
        return new(experiment, revision,
            [.. LockDiff.Of(before, now).Where(node => options.Only.Count == 0 || options.IsNamed(node.Node))]);
    }

    /// <summary>Lets go of the store.</summary>
    public void Dispose() => storeLock.Dispose();

    private bool IsChosen(StageNode node) => chosen.Contains(node.Id);

    // What the chosen nodes need is chosen with them.
    private HashSet<string> Choose()
    {
        RequireNodes(experiment.Name, options.Only, graph.Nodes.Select(node => node.Id));
        var named = options.Only.Count == 0 ? graph.Nodes : graph.With(graph.Nodes.Where(node => options.IsNamed(node.Id)));
        return named.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
    }

    private static void RequireNodes(string experiment, IReadOnlyList<string> patterns, IEnumerable<string> nodes)
    {
        if (patterns.FirstOrDefault(pattern => !nodes.Any(node => StageGraph.IsMatch(pattern, node))) is { } unknown)
        {
            throw new InputException($"Experiment '{experiment}' has no node '{unknown}': {NearestName.Suggest(unknown, nodes)}");
        }
    }

    private void RequireWhatIsNeeded(Stage stage, IReadOnlyList<StageNode> nodes)
    {
        var needed = graph.With(nodes).Except(nodes).Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        var missing = planner.Plan().Where(plan => needed.Contains(plan.Node.Id) && plan is not CurrentNode).ToList();
        if (missing.Count > 0)
        {
            throw new InputException($"{stage} alone was asked for, but what it needs is not there: "
                + $"{string.Join(", ", missing.Select(plan => plan.Node.Id))}.\nAsk for it without 'exclusive', or run these first.");
        }
    }

    private void KeepTimes()
    {
        if (log.Stages.Count > 0)
        {
            SealedFile.Write(store.Layout.Times(experiment.Name), log.ToBytes(Times()));
        }
    }

    private byte[]? Times() => store.Layout.Times(experiment.Name) is var path && File.Exists(path)
        ? SealedFile.Read(path)?.ToArray() : null;

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
            [RunLog.FileName] = ReportFile.Of(log.ToBytes(Times())),
        };
    }

    // One that turns out to be damaged is made again.
    private byte[] ReadArtifact(string node, string output)
    {
        try
        {
            return Read();
        }
        catch (DamagedArtifactException damaged)
        {
            runner.RunAgain(graph[node], damaged.Artifact);
            return Read();
        }

        byte[] Read() => store.Blobs.Read(runner.Results[node].Outputs[output]);
    }

    private T Reaching<T>(string subject, Func<T> work) => Reaching(subject, options, work);

    private static T Reaching<T>(string subject, PipelineOptions options, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"{subject} cannot read or write a file: {fault.Message}\nThe store is in {options.Cache}, the reports are in "
                + $"{options.Reports}.\nMake room or make them writable, or name others.", fault) { Remedy = Remedy.NameStoreAndReports };
        }
    }
}
