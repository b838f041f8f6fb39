using System.Collections.Concurrent;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>Runs what has to run, each node as soon as its inputs are there, and says of each in one line what was done, and why.</summary>
/// <param name="graph">The graph.</param>
/// <param name="planner">Says what has to run.</param>
/// <param name="store">Where results are kept.</param>
/// <param name="display">Where the lines go.</param>
/// <param name="log">Where the time goes that nodes took.</param>
/// <param name="jobs">Nodes that may run at the same time, at least 1.</param>
public sealed class Runner(StageGraph graph, Planner planner, NodeStore store, Display display, RunLog log, int jobs)
{
    private readonly ConcurrentDictionary<string, NodeResult> results = new(StringComparer.Ordinal);

    /// <summary>What the nodes have made that were asked for so far.</summary>
    public IReadOnlyDictionary<string, NodeResult> Results => results;

    /// <summary>
    /// Makes the results of nodes and of all that they need. Where a node fails, no other one begins, those under way are waited for, and
    /// what they make is kept.
    /// </summary>
    public void Run(IEnumerable<StageNode> nodes)
    {
        var pending = graph.With(nodes).Where(node => !results.ContainsKey(node.Id)).ToList();
        var running = new List<Task>();
        try
        {
            while (pending.Count + running.Count > 0)
            {
                foreach (var node in pending.Where(IsReady).Take(jobs - running.Count).ToList())
                {
                    pending.Remove(node);
                    running.Add(Task.Run(() => results[node.Id] = log.Time(node.Id, () => Make(node))));
                }

                var ended = Task.WhenAny(running).GetAwaiter().GetResult();
                running.Remove(ended);
                ended.GetAwaiter().GetResult();
            }
        }
        finally
        {
            Task.WhenAll(running).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        }
    }

    private bool IsReady(StageNode node) => node.Inputs.Values.All(input => results.ContainsKey(input.Node));

    private NodeResult Make(StageNode node)
    {
        if (node.IsPublished)
        {
            Work(node, store.Published.Folder); // says itself what it has fetched, and where from
            return new NodeResult(null, node.Work.Published);
        }

        switch (planner.Plan(node, results))
        {
            case CurrentNode { Result: { Key: { } key } result }:
                display.Line($"{node.Id}  reused");
                store.Records.KeepLatest(node.Id, key.Hash());
                return result;
            case DueNode { Key: { } key } due:
                return Make(node, key, due.Text);
            default:
                throw new InvalidOperationException($"The inputs of {node.Id} are not there.");
        }
    }

    private NodeResult Make(StageNode node, StageKey key, string why)
    {
        var hash = key.Hash();
        foreach (var artifact in store.Records.Find(node.Stage, hash)?.Outputs.Values ?? Enumerable.Empty<Artifact>())
        {
            store.Blobs.Quarantine(artifact, display.Line);
        }

        display.Line($"{node.Id}  {why}");
        var scratch = store.Layout.UnfinishedWork(hash);
        var files = Work(node, scratch).Files;
        var outputs = new SortedDictionary<string, Artifact>(StringComparer.Ordinal);
        foreach (var (name, bytes) in files)
        {
            outputs.Add(name, store.Blobs.Publish(bytes));
        }

        store.Records.Keep(new StageRecord { Id = node.Id, Key = key, Outputs = outputs });
        store.Records.KeepLatest(node.Id, hash);
        if (File.Exists(scratch))
        {
            File.Delete(scratch);
        }

        return new NodeResult(key, outputs);
    }

    private StageOutputs Work(StageNode node, string scratch)
    {
        var artifacts = node.Inputs.ToDictionary(input => input.Key, input => results[input.Value.Node].Outputs[input.Value.Output], StringComparer.Ordinal);
        var inputs = new StageInputs(node.Id, artifacts, name => store.Read(graph[node.Inputs[name].Node], node.Inputs[name].Output, artifacts[name]));
        var outputs = new StageOutputs(node.Id, node.Work.Outputs);
        node.Work.Run(inputs, outputs, new StageContext { Scratch = scratch, Progress = display.ProgressOf(node.Id) });
        return outputs;
    }
}
