using System.Text;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Execution.Live;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Pipeline.Exports;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Pipeline.OwnImages;
using FashionPipeline.Pipeline.Plans;
using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Pipeline.Provenance.Code;
using FashionPipeline.Pipeline.Reports;
using FashionPipeline.Pipeline.Sharing;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Pipeline.Store.Remotes;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Training.Loop;

namespace FashionPipeline.Pipeline;

/// <summary>The pipeline of one experiment over one store.</summary>
public sealed class ExperimentPipeline : IDisposable
{
    private readonly PipelineOptions options;
    private readonly ReportFolder report;
    private readonly NodeStore store;
    private readonly FileLock storeLock;
    private readonly Display display;
    private readonly RunLog log = new();
    private readonly NodeTimes times;
    private readonly IRemote? remote;
    private readonly ReadThrough? readThrough;
    private readonly CodeFingerprints fingerprints;
    private readonly HashSet<string> chosen;
    private readonly ExperimentsFolder folder;
    private readonly string source;
    private readonly Lazy<string> digest;
    private readonly IReadOnlyList<ComparedMetrics> comparedWith;

    // Without the models of which a training failed.
    private Experiment experiment;
    private StageGraph graph;
    private Planner planner;
    private Runner runner;

    private ExperimentPipeline(PipelineOptions options)
    {
        this.options = options;
        display = new(isQuiet: options.IsQuiet, left: Due);
        _ = Task.Run(() => CompiledProgram.Running); // is read meanwhile
        folder = new ExperimentsFolder(options.Experiments);
        experiment = ExperimentLoader.Load(options.Experiment, options.Overrides, folder);
        Name = Variant.NameOf(experiment.Name, options.Overrides, options.VariantName);
        experiment = experiment with
        {
            Command = options.Program is { } program && folder.Experiments.ContainsKey(experiment.Name)
                ? $"{program} {experiment.Name}" : null,
        };
        source = IdleRun.SourceOf(options, folder, folder.Texts);
        comparedWith = ComparedMetrics.Read(options.Root, experiment.CompareWith);
        var submitted = graph = ExperimentGraph.Of(experiment, options.Mirror, comparedWith);
        if (options.Diverged.Count > 0)
        {
            experiment = Without(options.Diverged);
            graph = ExperimentGraph.Of(experiment, options.Mirror, comparedWith);
        }

        chosen = Choose();
        report = new ReportFolder(Path.Combine(options.Reports, Name));
        RequireSameVariant();
        store = new NodeStore(new StoreLayout(options.Cache), Name, experiment.DataSet.Name);
        times = new NodeTimes(store.Layout, Name);
        storeLock = StoreAccess.Share(store.Layout, display.Line); // after the experiment: a faulty one leaves no store behind
        fingerprints = new CodeFingerprints(
            CompiledProgram.Running, store.Layout, store.Blobs, [.. graph.Nodes.Select(node => node.Work.GetType()).Distinct()]);
        digest = new(() => GraphDigest.Of(submitted, fingerprints.Of));
        planner = new Planner(graph, store, fingerprints.Of);
        remote = options.OpenRemote?.Invoke();
        readThrough = remote is null ? null : new ReadThrough(new RemoteResults(remote, store), display.Line);
        runner = new Runner(graph, planner, store, display, log, options.Jobs, readThrough);
    }

    /// <summary>Name of the experiment, or of the variant of it: that of its report's folder.</summary>
    public string Name { get; }

    /// <summary>The folder that holds all published files of the data set; null where one is missing, or there are none.</summary>
    public string? DataFolder => graph.Nodes.FirstOrDefault(node => node.IsPublished) is { } download
        && download.Work.Published.All(file => store.Published.Has(file.Key, file.Value)) ? store.Published.Folder : null;

    /// <summary>Trainings that came to nothing in this run.</summary>
    public IReadOnlyList<FailedRun> Failures => experiment.FailedRuns;

    /// <summary>The same in words, a line each.</summary>
    public IReadOnlyList<string> LeftOut => RunResult.LeftOut(Failures);

    /// <summary>Digest of the whole graph, also where trainings are known to have diverged.</summary>
    public string Digest => digest.Value;

    /// <summary>What steps get of a cluster.</summary>
    public IReadOnlyList<ResourceRule> Resources => experiment.Resources;

    /// <summary>Reads the experiment and takes the store, waiting for another run that works in it.</summary>
    /// <param name="options">What was asked for.</param>
    /// <exception cref="InputException">The experiment is at fault, or the store cannot be written to.</exception>
    public static ExperimentPipeline Open(PipelineOptions options) =>
        FileFaults.Reaching("The pipeline", options, () => new ExperimentPipeline(options));

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
            display.NothingToFetch();
        }

        var nodes = graph.OfStage(SnakeCase.Of(stage)).Where(node => IsChosen(node) && IsWanted(node)).ToList();
        if (options.IsExclusive)
        {
            RequireWhatIsNeeded(stage, nodes);
        }

        if (Variant.OriginOf(Name) is not null)
        {
            AtomicFile.WriteWhereAllowed(store.Layout.ReportFolder(Name), Encoding.UTF8.GetBytes(report.Path));
        }

        runner.Run(nodes);
        KeepTimes(stage);
        if (runner.Diverged.Count > 0)
        {
            GoOnWithout(runner.Diverged);
        }

        if (stage == Stage.Report && nodes.Count > 0)
        {
            var made = new MadeReport(Name, options.Overrides, experiment, comparedWith, graph, store, runner, report);
            made.LayOut(times.With(log), display.Line);
            display.Result(RunResult.Lines(options.Root, Name, report, Failures), report[ReportFolder.Pdf]);
            made.Remember(source, [.. folder.Texts.Select(text => text.Key)]);
            WarnOfOldExport();
        }

        return true;
    });

    /// <summary>
    /// What the best model, trained with the first seed, takes images of the user's own for; runs what the choice needs and is not there.
    /// </summary>
    /// <param name="files">Full paths of PNG or JPEG files. Each is brought to the size of the data set's images.</param>
    /// <param name="collection">Full path of a folder of such files, or of an IDX file of images, which are many; null for none.</param>
    /// <exception cref="InputException">There is no image, one cannot be read, or the data or the results are at fault.</exception>
    public ImagePredictions Predict(IReadOnlyList<string> files, string? collection = null) => Reaching("The prediction", () =>
    {
        var images = OwnImageSet.Read(files, collection, experiment.DataSet.Shape);
        Run(Stage.Train);
        Run(Stage.Select);
        var (stage, weights) = BestModel();
        return ImagePredictions.Of(stage.Network, stage.Options, weights, images, experiment.DataSet.LabelNames);
    });

    /// <summary>
    /// Writes the best model, trained with the first seed, as files that others read, with a model card, to the folder <c>model</c> of its
    /// report; runs what it needs and is not there.
    /// </summary>
    /// <param name="command">What is typed to do this, for the card.</param>
    /// <exception cref="InputException">The data or the results are at fault, or the folder is a link.</exception>
    public ExportedModel Export(string command) => Reaching("The export", () =>
    {
        Run(Stage.Train);
        Run(Stage.Evaluate);
        Run(Stage.Select);
        var (stage, weights) = BestModel();
        return ExportedModel.Write(
            report[ReportFolder.Model],
            ModelFiles.Of(Name, ReportContent(), stage, weights, command),
            stage.Network.Name,
            stage.Options.Seed);
    });

    /// <summary>What a run would do.</summary>
    /// <param name="stage">The stage that would be run; null for all.</param>
    /// <exception cref="InputException">The store cannot be read.</exception>
    public PipelinePlan Plan(Stage? stage = null) => Reaching("The plan", () =>
    {
        var nodes = stage is { } only ? ChosenFor(only) : ChosenNodes;
        var seconds = times.Seconds;
        return new PipelinePlan(Name, [.. planner.Plan(nodes).Select(plan => PlannedNode.Of(plan, seconds))]);
    });

    /// <summary>Why nodes have to run: all those that do, or those that the options name.</summary>
    /// <exception cref="InputException">The store cannot be read.</exception>
    public Explanation Explain() => Reaching("The explanation", () => new Explanation(Name, null,
        [.. planner.Plan().Where(plan => options.Only.Count == 0 ? plan is not CurrentNode : options.IsNamed(plan.Node.Id))
            .Select(ExplainedNode.Of)]));

    /// <summary>Sends what is current to the remote store.</summary>
    /// <exception cref="InputException">There is no remote store, it is at fault, or nothing is current.</exception>
    public PushedResults Push() => Reaching("The push", () =>
        PushedResults.Of(Name, planner.Plan(ChosenNodes), store, RequireRemote(), display.Line));

    /// <summary>Fetches what the remote store has of what is not current, and makes nothing.</summary>
    /// <exception cref="InputException">There is no remote store, it is at fault, or the store cannot be written to.</exception>
    public PulledResults Pull() => Reaching("The pull", () => Pull(ChosenNodes, RequireRemote()).RequireWhole());

    /// <summary>
    /// Fetches what a stage needs and is not current, as far as the remote store has it, where one is named; a fault of it is a line.
    /// </summary>
    /// <param name="stage">The stage.</param>
    /// <exception cref="InputException">The store cannot be written to.</exception>
    public void PullFor(Stage stage) => Reaching("The pull", () =>
    {
        if (remote is not null && Pull(ChosenFor(stage), remote).Fault is { } fault)
        {
            display.Line(fault.Message);
        }

        return true;
    });

    /// <summary>Lets go of the store, and of the remote one.</summary>
    public void Dispose()
    {
        remote?.Dispose();
        storeLock.Dispose();
    }

    private PulledResults Pull(IReadOnlyList<StageNode> nodes, IRemote from) =>
        PulledResults.Of(nodes, planner, store, new RemoteResults(from, store), display.Line);

    // The report is the last step of many that run on their own.
    private void KeepTimes(Stage stage)
    {
        if (options.IsExclusive && stage != Stage.Report)
        {
            times.KeepApart(log);
        }
        else
        {
            times.Keep(log);
        }
    }

    private IReadOnlyList<StageNode> ChosenNodes => [.. graph.Nodes.Where(IsChosen)];

    private IReadOnlyList<StageNode> ChosenFor(Stage stage) =>
        [.. graph.With(graph.OfStage(SnakeCase.Of(stage))).Where(IsChosen)];

    private bool IsChosen(StageNode node) => chosen.Contains(node.Id);

    // Published files that are missing are fetched by the first node that has to read them, if there is one.
    private bool IsWanted(StageNode node) =>
        options.IsDataAskedFor || !node.IsPublished || planner.Plan(node, runner.Results) is CurrentNode;

    // What the chosen nodes need is chosen with them.
    private HashSet<string> Choose()
    {
        NamedNodes.Require(Name, options.Only, graph.Nodes.Select(node => node.Id));
        var named = options.Only.Count == 0 ? graph.Nodes : graph.With(graph.Nodes.Where(node => options.IsNamed(node.Id)));
        return named.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
    }

    private void RequireSameVariant()
    {
        if (options.Overrides.Count > 0 && Variant.SettingsIn(report.Path) is { } settings
            && !settings.SequenceEqual(Variant.Normal(options.Overrides)))
        {
            throw new InputException($"{report.Path} holds another variant: {string.Join(", ", settings)}.\n"
                + "Take another name, or delete that folder.");
        }
    }

    private IRemote RequireRemote() => remote ?? throw new InputException("No remote store is named.\nName one.")
    {
        Remedy = Remedy.NameRemote,
    };

    private void RequireWhatIsNeeded(Stage stage, IReadOnlyList<StageNode> nodes)
    {
        var missing = planner.Plan([.. graph.With(nodes).Except(nodes)]).Where(plan => plan is not CurrentNode).ToList();
        if (missing.Count > 0)
        {
            throw new InputException($"{stage} alone was asked for, but what it needs is not there: "
                + $"{string.Join(", ", missing.Select(plan => plan.Node.Id))}.\nAsk for it without 'exclusive', or run these first.");
        }
    }

    // A training that diverged has no result; all others have theirs, and a report that says which one is missing.
    private void GoOnWithout(IReadOnlyDictionary<string, DivergenceException> diverged)
    {
        var failed =
            from model in experiment.Models
            from seed in model.Seeds
            where diverged.ContainsKey(NodeNames.Train(model.Name, seed))
            select new FailedRun(model.Name, seed, diverged[NodeNames.Train(model.Name, seed)].Reason) { Variation = model.Variation };
        experiment = Without([.. failed]);
        graph = ExperimentGraph.Of(experiment, options.Mirror, comparedWith);
        planner = new Planner(graph, store, fingerprints.Of);
        runner = new Runner(graph, planner, store, display, log, options.Jobs, readThrough, runner.Results);
    }

    private Experiment Without(IReadOnlyList<FailedRun> runs) =>
        experiment.Without(runs) is { Models.Count: > 0 } rest ? rest : throw new DivergenceException(runs[0].Reason);

    private (TrainStage Stage, byte[] Weights) BestModel()
    {
        var train = BestTraining();
        return ((TrainStage)train.Work, ReadArtifact(train.Id, TrainStage.Weights));
    }

    // Of the best model, with the first seed.
    private StageNode BestTraining()
    {
        var best = CanonicalJson.Read<SelectionResult>(ReadArtifact(NodeNames.Select, SelectStage.Selection)).Model;
        return graph[NodeNames.Train(best, experiment.Models.Single(model => model.Name == best).Seeds[0])];
    }

    private void WarnOfOldExport()
    {
        var exported = report[ReportFolder.Model];
        if (Directory.Exists(exported) && ExportedModel.IsOfOther(exported, runner.Results[BestTraining().Id].Outputs[TrainStage.Weights]))
        {
            display.Line($"{exported} holds the model of another training. Export it again.");
        }
    }

    // All but the embedding, which says nothing of a model.
    private ReportContent ReportContent()
    {
        var described = experiment with { Embedding = null };
        var reader = ExperimentGraph.Of(described)[NodeNames.Report];
        var artifacts = reader.Inputs.ToDictionary(
            input => input.Key, input => runner.Results[input.Value.Node].Outputs[input.Value.Output], StringComparer.Ordinal);
        var inputs = new StageInputs(reader.Id, artifacts, name => ReadArtifact(reader.Inputs[name].Node, reader.Inputs[name].Output));
        return new ReportContentReader(described, PackageVersions.All, comparedWith, inputs).Read();
    }

    private TimeLeft Due()
    {
        var seconds = times.Seconds;
        return new(planner.Plan(ChosenNodes).Where(plan => plan is not CurrentNode).ToDictionary(plan => plan.Node.Id, plan =>
            seconds.TryGetValue(plan.Node.Id, out var known) ? known : (double?)null), options.Jobs, TimeProvider.System);
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

    private T Reaching<T>(string subject, Func<T> work) => FileFaults.Reaching(subject, options, work);
}
