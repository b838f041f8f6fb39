using System.Collections.Concurrent;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Pipeline.Store.Remotes;
using FashionPipeline.Training.Loop;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>Runs what has to run, each node as soon as its inputs are there, and says of each in one line what was done, and why.</summary>
/// <param name="graph">The graph.</param>
/// <param name="planner">Says what has to run.</param>
/// <param name="store">Where results are kept.</param>
/// <param name="display">Where the lines go.</param>
/// <param name="log">Where the time goes that nodes took.</param>
/// <param name="jobs">Nodes that may run at the same time, at least 1.</param>
/// <param name="remote">Is asked for a result before it is made; null for nobody.</param>
/// <param name="made">Results that are there already, by node; null for none.</param>
public sealed class Runner(
    StageGraph graph, Planner planner, NodeStore store, Display display, RunLog log, int jobs,
    ReadThrough? remote = null, IReadOnlyDictionary<string, NodeResult>? made = null)
{
    private readonly HashSet<(string Reader, Artifact Artifact)> healed = [];
    private readonly Dictionary<string, DivergenceException> diverged = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, NodeResult> results =
        new(made ?? new Dictionary<string, NodeResult>(), StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<StageOutputs>> fetched = new(StringComparer.Ordinal);

    /// <summary>What the nodes have made that were asked for so far.</summary>
    public IReadOnlyDictionary<string, NodeResult> Results => results;

    /// <summary>Trainings that came to nothing, by node.</summary>
    public IReadOnlyDictionary<string, DivergenceException> Diverged => diverged;

    /// <summary>
    /// Makes the results of nodes and of all that they need; published files that nobody reads are not fetched unless they are asked for.
    /// Where a training diverges, the nodes that need it are left out, and the others go on. Where a node fails otherwise, no other one
    /// begins, those under way are waited for, and what they make is kept. An artifact that turns out to be damaged when it is read is
    /// made again by its node, once.
    /// </summary>
    /// <exception cref="InputException">A node fails by what it was given; the message is for the user.</exception>
    public void Run(IEnumerable<StageNode> nodes)
    {
        var asked = nodes.ToList();
        var published = asked.Where(node => node.IsPublished).ToList();
        if (published.Count > 0)
        {
            display.WithBars(() => published.ForEach(Fetch));
        }

        var needed = graph.With(asked);
        TakeWhatIsCurrent(needed);
        var schedule = new Schedule(graph, needed.Where(node => !results.ContainsKey(node.Id)), []);
        if (schedule.Pending.Count > 0)
        {
            display.WithBars(() => Run(schedule));
        }
    }

    private void Run(Schedule schedule)
    {
        var running = new Dictionary<Task, StageNode>();
        try
        {
            while (schedule.Pending.Count + running.Count > 0)
            {
                while (running.Count < jobs && schedule.Next() is { } node)
                {
                    running.Add(Start(node), node);
                }

                var ended = Task.WhenAny(running.Keys).GetAwaiter().GetResult();
                running.Remove(ended, out var reader);
                try
                {
                    ended.GetAwaiter().GetResult();
                    schedule.End(reader!);
                }
                catch (DivergenceException divergence)
                {
                    diverged.Add(reader!.Id, divergence);
                    display.Line($"{reader.Id}  failed: {divergence.Message}");
                    var needing = graph.NeedingAnyOf([.. diverged.Keys]);
                    schedule = new Schedule(graph, schedule.Pending.Where(node => !needing.Contains(node.Id)).ToList(), running.Values);
                }
                catch (DamagedInputException damaged)
                {
                    Heal(reader!, damaged);
                    var isMaking = damaged.Maker.IsPublished || running.ContainsValue(damaged.Maker);
                    schedule = new Schedule(graph,
                        [.. schedule.Pending, reader!, .. isMaking ? [] : new[] { damaged.Maker }], running.Values);
                }
            }
        }
        finally
        {
            WaitFor(running);
        }
    }

    // All at once: to look up thousands of results takes longer than anything else in a run that has nothing to do.
    private void TakeWhatIsCurrent(IReadOnlyList<StageNode> nodes)
    {
        var plans = planner.Plan(nodes.Where(node => !results.ContainsKey(node.Id)), results);
        SideBySide.ForEach([.. plans.Values], KeepLatest);
        display.Reused([.. nodes.Where(node => plans.TryGetValue(node.Id, out var plan) && plan is CurrentNode && !node.IsPublished)
            .Select(node => node.Id)]);

        void KeepLatest(NodePlan plan)
        {
            if (plan is CurrentNode { Result.Key: { } key })
            {
                store.Records.KeepLatest(plan.Node.Id, key.Hash());
            }
        }
    }

    // One at a time runs on this thread: another one's memory comes from the C library's smaller heaps, and costs a training more.
    private Task Start(StageNode node)
    {
        var task = new Task(() => results[node.Id] = Make(node));
        if (jobs == 1)
        {
            task.RunSynchronously();
        }
        else
        {
            task.Start(TaskScheduler.Default);
        }

        return task;
    }

    // After a failure, whose exception is on its way: another one is told in a line, so that it is not lost.
    private void WaitFor(Dictionary<Task, StageNode> running)
    {
        foreach (var (task, node) in running)
        {
            try
            {
                task.GetAwaiter().GetResult();
            }
            catch (Exception fault)
            {
                display.Line($"{node.Id}  failed: {fault.Message}");
            }
        }
    }

    /// <summary>Makes the result of a node again one of whose artifacts turned out to be missing or damaged.</summary>
    /// <param name="maker">The node.</param>
    /// <param name="artifact">The artifact.</param>
    public void RunAgain(StageNode maker, Artifact artifact)
    {
        Quarantine(artifact, maker.Id);
        results.TryRemove(maker.Id, out _);
        Run([maker]);
    }

    private void Heal(StageNode reader, DamagedInputException damaged)
    {
        if (!healed.Add((reader.Id, damaged.Artifact)))
        {
            throw new InputException($"{damaged.Message}\nIt was made again in this run, and was damaged again. Check the disk.", damaged);
        }

        if (damaged.Maker.IsPublished)
        {
            fetched.TryRemove(damaged.Maker.Id, out _);
        }
        else
        {
            Quarantine(damaged.Artifact, damaged.Maker.Id);
        }
    }

    private void Quarantine(Artifact artifact, string maker)
    {
        if (store.Blobs.Quarantine(artifact))
        {
            display.Line($"corrupt {artifact.Sha256}: quarantined, made again by {maker}");
        }
    }

    private NodeResult Make(StageNode node)
    {
        if (node.IsPublished)
        {
            return new NodeResult(null, node.Work.Published); // fetched by the first node that has to read it
        }

        return planner.Plan(node, results) switch
        {
            CurrentNode { Result: { Key: { } key } result } => Reuse(node, key, result),
            DueNode { Key: { } key } due => MakeOnce(node, key, due.Text),
            var other => throw new InvalidOperationException($"{node.Id} cannot run yet: {other.Text}."),
        };
    }

    private NodeResult Reuse(StageNode node, StageKey key, NodeResult result)
    {
        display.Reused([node.Id]);
        store.Records.KeepLatest(node.Id, key.Hash());
        return result;
    }

    // A key has one result: who comes second, here or in another process, waits for the first. What is fetched took none of the time that
    // the node takes.
    private NodeResult MakeOnce(StageNode node, StageKey key, string why)
    {
        using var turn = store.TakeTurn(node, key, display.Line);
        if (planner.Plan(node, results) is CurrentNode { Result: var result })
        {
            return Reuse(node, key, result);
        }

        QuarantineWhatIsDamaged(node, key.Hash());
        return display.During(node.Id, () => remote?.Find(node, key) is { } fetched
            ? new NodeResult(key, fetched)
            : log.Time(node.Id, () => Make(node, key, why)));
    }

    // Once in the life of this value.
    private void Fetch(StageNode node) => _ = fetched.GetOrAdd(node.Id, _ => new Lazy<StageOutputs>(() =>
        display.During(node.Id, () => log.Time(node.Id, () => FetchNow(node))))).Value;

    // Says itself what it has fetched, and where from.
    private StageOutputs FetchNow(StageNode node)
    {
        using var taken = FileLock.Take(
            store.Layout.LockOf(store.Published.LockName), () => display.Line($"{node.Id}  waits: another run fetches the same files"));
        return Work(node, store.Published.Folder);
    }

    private void QuarantineWhatIsDamaged(StageNode node, string hash)
    {
        if (store.Records.Quarantine(node.Stage, hash))
        {
            display.Line($"corrupt record {hash}: quarantined, made again by {node.Id}");
        }

        foreach (var artifact in store.Records.Find(node.Stage, hash)?.Outputs.Values ?? Enumerable.Empty<Artifact>())
        {
            Quarantine(artifact, node.Id);
        }
    }

    private NodeResult Make(StageNode node, StageKey key, string why)
    {
        foreach (var maker in node.Inputs.Values.Select(input => graph[input.Node]).Where(maker => maker.IsPublished))
        {
            Fetch(maker);
        }

        display.Line($"{node.Id}  {why}");
        var hash = key.Hash();
        var scratch = store.Layout.UnfinishedWork(hash);
        var length = node.Work.LengthSetting;
        var files = Work(node, scratch, length is null ? null : store.States.Find(key, length)).Files;
        var outputs = new SortedDictionary<string, Artifact>(StringComparer.Ordinal);
        foreach (var (name, bytes) in files)
        {
            outputs.Add(name, store.Blobs.Publish(bytes));
        }

        store.Records.Keep(new StageRecord { Id = node.Id, Key = key, Outputs = outputs });
        store.Records.KeepLatest(node.Id, hash);
        Leave(scratch, key, length);
        return new NodeResult(key, outputs);
    }

    // What a node has kept while it was under way is of use to longer work only.
    private void Leave(string scratch, StageKey key, string? length)
    {
        if (!File.Exists(scratch))
        {
            return;
        }

        if (length is null)
        {
            File.Delete(scratch);
        }
        else
        {
            store.States.Keep(key, length, scratch);
        }
    }

    private StageOutputs Work(StageNode node, string scratch, string? shorter = null)
    {
        var artifacts = node.Inputs.ToDictionary(input => input.Key, input =>
            results[input.Value.Node].Outputs[input.Value.Output], StringComparer.Ordinal);
        var inputs = new StageInputs(node.Id, artifacts, name => Read(node, name, artifacts[name]));
        var outputs = new StageOutputs(node.Id, node.Work.Outputs);
        node.Work.Run(
            inputs, outputs, new StageContext { Scratch = scratch, Shorter = shorter, Progress = display.ProgressOf(node.Id) });
        return outputs;
    }

    private byte[] Read(StageNode reader, string input, Artifact artifact)
    {
        var maker = graph[reader.Inputs[input].Node];
        try
        {
            return store.Read(maker, reader.Inputs[input].Output, artifact);
        }
        catch (DamagedArtifactException damaged)
        {
            throw new DamagedInputException(reader, maker, damaged);
        }
    }
}
