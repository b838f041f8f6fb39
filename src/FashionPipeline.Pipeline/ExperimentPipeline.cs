using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Locks;
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
    private readonly Runner runner;

    private ExperimentPipeline(PipelineOptions options)
    {
        this.options = options;
        _ = Task.Run(() => CompiledProgram.Running); // is read meanwhile
        experiment = ExperimentLoader.Load(options.Experiment, options.Overrides, Path.Combine(options.Root, "experiments"));
        graph = ExperimentGraph.Of(experiment, options.Mirror);
        report = new ReportFolder(Path.Combine(options.Reports, experiment.Name));
        store = new NodeStore(new StoreLayout(options.Cache), experiment.Name, experiment.DataSet.Name);
        storeLock = StoreAccess.Share(store.Layout, display.Line); // after the experiment: a faulty one leaves no store behind
        var fingerprints = new CodeFingerprints(
            CompiledProgram.Running, store.Layout, store.Blobs, [.. graph.Nodes.Select(node => node.Work.GetType()).Distinct()]);
        runner = new Runner(graph, new Planner(graph, store, fingerprints.Of), store, display, log, options.Jobs);
    }

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

            display.WithBars(stage is Stage.Download or Stage.Train, () => runner.Run(graph.OfStage(SnakeCase.Of(stage))));
            if (stage == Stage.Report)
            {
                LayOutReport();
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unreachable($"{stage}", options, fault);
        }
    }

    /// <summary>Lets go of the store.</summary>
    public void Dispose() => storeLock.Dispose();

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

        void LayOut() => report.LayOut(Files(), RunLog.FileName, display.Line);

        Dictionary<string, ReportFile> Files() => new(
            runner.Results[node.Id].Outputs.Select(file =>
                KeyValuePair.Create(file.Key, new ReportFile(file.Value, () => store.Blobs.Read(file.Value)))), StringComparer.Ordinal)
        {
            [LockFile.FileName] = ReportFile.Of(
                LockFile.Of(experiment.Name, experiment.DataSet.Name, graph, runner.Results).ToBytes()),
            [RunLog.FileName] = ReportFile.Of(log.ToBytes()),
        };
    }

    private static InputException Unreachable(string subject, PipelineOptions options, Exception fault) => new(
        $"{subject} cannot read or write a file: {fault.Message}\nThe store is in {options.Cache}, the reports are in {options.Reports}.\n"
        + "Make room or make them writable, or name others.", fault) { Remedy = Remedy.NameStoreAndReports };
}
