using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Pipeline.Reports;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline;

/// <summary>The report that a run has made, on its way from the store to its folder.</summary>
/// <param name="name">Name of the experiment or the variant.</param>
/// <param name="settings">The settings that make the variant; none of an experiment.</param>
/// <param name="experiment">The experiment.</param>
/// <param name="comparedWith">The metrics of the experiments that it is compared with.</param>
/// <param name="graph">Its nodes.</param>
/// <param name="store">Where their results are.</param>
/// <param name="runner">What has made them.</param>
/// <param name="folder">The report's folder.</param>
internal sealed class MadeReport(
    string name,
    IReadOnlyList<string> settings,
    Experiment experiment,
    IReadOnlyList<ComparedMetrics> comparedWith,
    StageGraph graph,
    NodeStore store,
    Runner runner,
    ReportFolder folder)
{
    private IReadOnlyDictionary<string, ReportFile> files = new Dictionary<string, ReportFile>();

    /// <summary>Lays it out; an artifact that turns out to be damaged is made again, once.</summary>
    /// <param name="log">What the run's nodes cost.</param>
    /// <param name="say">Is told once that another run is waited for.</param>
    public void LayOut(byte[] log, Action<string> say)
    {
        files = Files(log);
        try
        {
            folder.LayOut(files, RunLog.FileName, say);
        }
        catch (DamagedArtifactException damaged)
        {
            runner.RunAgain(graph[NodeNames.Report], damaged.Artifact);
            files = Files(log);
            folder.LayOut(files, RunLog.FileName, say);
        }
    }

    /// <summary>Leaves what the next run needs to know that it has nothing to do.</summary>
    /// <param name="source">Digest of what the graph follows from: <see cref="IdleRun.SourceOf"/>.</param>
    /// <param name="read">The files that the experiment was read from.</param>
    public void Remember(string source, IReadOnlyList<string> read)
    {
        store.Records.Remember(runner.Results.Where(result => result.Value.Key is not null).ToDictionary(
            result => result.Key, result => (result.Value.Key!, result.Value.Outputs), StringComparer.Ordinal));
        if (experiment.FailedRuns.Count == 0) // a training that diverged is tried again
        {
            KeepNote(source, read);
        }
    }

    // What is on disk may be another run's by now: the note is of what this one has made, or there is none.
    private void KeepNote(string source, IReadOnlyList<string> read)
    {
        var given = graph.Nodes.Where(node => node.IsPublished).SelectMany(node => node.Work.Published)
            .Select(file => (Path: Path.Combine(store.Published.Folder, file.Key), Content: file.Value))
            .Concat(comparedWith.Select(metrics => (metrics.Path, metrics.Content))).ToList();
        var note = new IdleNote
        {
            Source = source,
            Files = read,
            DataSet = experiment.DataSet.Name,
            Nodes = [.. graph.Nodes.Select(node => new IdleNode(node.Id, runner.Results[node.Id].Key?.Hash()))],
            Report = [.. files.Keys],
            Stamps = given.Select(file => file.Path)
                .Concat(files.Keys.Where(file => file != RunLog.FileName).Select(file => folder[file]))
                .ToDictionary(path => path, FileStamp.Of, StringComparer.Ordinal),
        };
        if (folder.IsLaidOut(files, RunLog.FileName) && given.All(file => file.Content.IsIn(file.Path)))
        {
            note.Write(store.Layout.Idle(name));
        }
    }

    private Dictionary<string, ReportFile> Files(byte[] log)
    {
        var locks = new ReportLocks(store, graph, runner.Results);
        var laidOut = runner.Results[NodeNames.Report].Outputs.ToDictionary(file => file.Key, file =>
            new ReportFile(file.Value, () => store.Blobs.Read(file.Value)), StringComparer.Ordinal);
        laidOut[LockFile.FileName] = ReportFile.Of(locks.Results(name, experiment.DataSet.Name));
        laidOut[CodeLock.FileName] = ReportFile.Of(locks.Code(name));
        laidOut[RunLog.FileName] = ReportFile.Of(log);
        if (settings.Count > 0)
        {
            laidOut[Variant.FileName] = ReportFile.Of(Variant.ToBytes(settings));
        }

        return laidOut;
    }
}
