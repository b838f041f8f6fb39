using System.Collections.Concurrent;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Pipeline.Store.Remotes;

namespace FashionPipeline.Pipeline.Sharing;

/// <summary>What was sent to a remote store: the results of nodes that are current, but for what was there already.</summary>
public sealed class PushedResults
{
    private readonly string experiment;
    private readonly NodeStore store;
    private readonly IRemote remote;
    private readonly Action<string> say;
    private readonly IReadOnlyList<CurrentNode> current;
    private readonly IReadOnlyList<string> notCurrent;
    private readonly ConcurrentDictionary<Artifact, Lazy<bool>> artifacts = []; // whether it was sent
    private int done;
    private int sent;

    private PushedResults(string experiment, IReadOnlyList<NodePlan> plans, NodeStore store, IRemote remote, Action<string> say)
    {
        (this.experiment, this.store, this.remote, this.say) = (experiment, store, remote, say);
        current = [.. plans.OfType<CurrentNode>().Where(plan => plan.Result.Key is not null).DistinctBy(plan => plan.Result.Key!.Hash())];
        notCurrent = [.. plans.Where(plan => plan is not CurrentNode && !plan.Node.IsPublished).Select(plan => plan.Node.Id)];
    }

    /// <summary>Sends the results. An artifact that several nodes made goes once.</summary>
    /// <param name="experiment">Name of the experiment or the variant.</param>
    /// <param name="plans">The plans of the nodes.</param>
    /// <param name="store">Where their results are.</param>
    /// <param name="remote">Where they are sent to.</param>
    /// <param name="say">Is told a line a node.</param>
    /// <exception cref="InputException">No node is current, the remote store is at fault, or a result turns out to be damaged.</exception>
    public static PushedResults Of(
        string experiment, IReadOnlyList<NodePlan> plans, NodeStore store, IRemote remote, Action<string> say)
    {
        var results = new PushedResults(experiment, plans, store, remote, say);
        results.Send();
        return results;
    }

    /// <summary>What came of it, in a few lines.</summary>
    public IReadOnlyList<string> ToLines()
    {
        var files = artifacts.Where(artifact => artifact.Value.Value).Select(artifact => artifact.Key).ToList();
        return
        [
            FormattableString.Invariant($"Pushed {sent} of {current.Count} results to {remote.Address}: {files.Count} files, ")
                + FormattableString.Invariant($"{files.Sum(artifact => artifact.Bytes) / 1e6:0.0} MB")
                + (files.Count < artifacts.Count ? ". The rest was there." : "."),
            .. notCurrent.Count == 0 ? [] : new[] { $"Not current here, and not pushed: {NodeList.Of(notCurrent)}." },
        ];
    }

    private void Send()
    {
        if (current.Count == 0)
        {
            throw new InputException($"Nothing of '{experiment}' is current here, so there is nothing to push.\nMake its report first.")
            {
                Remedy = Remedy.MakeReport,
            };
        }

        try
        {
            Transfers.ForEach(current, node => Send(node.Node.Id, node.Result.Key!, node.Result.Outputs));
        }
        catch (RemoteException fault)
        {
            throw new InputException(
                FormattableString.Invariant($"{fault.Message}\n{done} of {current.Count} results are there; push again to go on."), fault);
        }
        catch (DamagedArtifactException damaged)
        {
            throw new InputException($"{damaged.Message}\nMake the report again, and push then.", damaged) { Remedy = Remedy.MakeReport };
        }
    }

    // The record comes last: who finds it finds the artifacts.
    private void Send(string id, StageKey key, IReadOnlyDictionary<string, Artifact> outputs)
    {
        var distinct = outputs.Values.Distinct().OrderBy(artifact => artifact.Sha256, StringComparer.Ordinal).ToList();
        var bytes = distinct.Where(IsSentNow).Sum(artifact => artifact.Bytes);
        var hash = key.Hash();
        var hasRecord = remote.FindRecord(hash) is { } file && SealedRecord.Read(file, hash)?.Outputs.SequenceEqual(outputs) == true;
        if (!hasRecord)
        {
            var record = new StageRecord { Id = id, Key = key, Outputs = new(outputs.ToDictionary(), StringComparer.Ordinal) };
            remote.PutRecord(hash, SealedRecord.Write(record), distinct);
        }

        Interlocked.Increment(ref done);
        if (hasRecord && bytes == 0)
        {
            say($"{id}  there already");
        }
        else
        {
            Interlocked.Increment(ref sent);
            say(FormattableString.Invariant($"{id}  pushed  ({bytes / 1e6:0.0} MB)"));
        }
    }

    private bool IsSentNow(Artifact artifact)
    {
        var isOwn = false;
        var wasSent = artifacts.GetOrAdd(artifact, _ => new(() =>
        {
            isOwn = true;
            if (remote.HasBlob(artifact))
            {
                return false;
            }

            remote.PutBlob(artifact, store.Blobs.Read(artifact));
            return true;
        })).Value;
        return isOwn && wasSent;
    }
}
