using System.Collections.Concurrent;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Pipeline.Store.Remotes;

namespace FashionPipeline.Pipeline.Sharing;

/// <summary>
/// What was fetched from a remote store: the results of nodes that were not current, as far as it has them. Nothing is made.
/// </summary>
public sealed class PulledResults
{
    private readonly IReadOnlyList<StageNode> nodes;
    private readonly Planner planner;
    private readonly NodeStore store;
    private readonly RemoteResults remote;
    private readonly Action<string> say;
    private readonly Dictionary<string, NodeResult> made = new(StringComparer.Ordinal);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<RemoteResult> fetched = [];
    private readonly ConcurrentBag<string> unfit = [];

    private PulledResults(IReadOnlyList<StageNode> nodes, Planner planner, NodeStore store, RemoteResults remote, Action<string> say) =>
        (this.nodes, this.planner, this.store, this.remote, this.say) = (nodes, planner, store, remote, say);

    /// <summary>Fetches results, those first that others are asked for by.</summary>
    /// <param name="nodes">The nodes in the graph's order, with all that they need.</param>
    /// <param name="planner">Says which of them are current.</param>
    /// <param name="store">Where the results go.</param>
    /// <param name="remote">Where they are from.</param>
    /// <param name="say">Is told a line a node that was fetched, or is no good.</param>
    /// <returns>What came of it, also where the remote store could not be used to the end.</returns>
    /// <exception cref="IOException">The local store is full or cannot be written to.</exception>
    public static PulledResults Of(
        IReadOnlyList<StageNode> nodes, Planner planner, NodeStore store, RemoteResults remote, Action<string> say)
    {
        var results = new PulledResults(nodes, planner, store, remote, say);
        try
        {
            results.FetchAll();
        }
        catch (RemoteException fault)
        {
            results.Fault = fault;
        }

        return results;
    }

    /// <summary>Why not everything was asked for; null where it was. What was fetched before stays.</summary>
    public RemoteException? Fault { get; private set; }

    /// <summary>The same, where everything was asked for.</summary>
    /// <exception cref="InputException">The remote store could not be used.</exception>
    public PulledResults RequireWhole() => Fault is null ? this : throw new InputException(
        FormattableString.Invariant($"{Fault.Message}\n{fetched.Count} results were pulled before; pull again to go on."), Fault);

    /// <summary>What came of it, in a few lines.</summary>
    public IReadOnlyList<string> ToLines()
    {
        var missing = nodes.Where(node => !made.ContainsKey(node.Id)).Select(node => node.Id).ToLookup(asked.Contains);
        var here = nodes.Count(node => !node.IsPublished && made.ContainsKey(node.Id)) - fetched.Count;
        return
        [
            FormattableString.Invariant($"Pulled {fetched.Count} results from {remote.Address}, ")
                + FormattableString.Invariant($"{fetched.Sum(result => result.Bytes) / 1e6:0.0} MB; {here} were here."),
            .. unfit.IsEmpty ? [] : new[] { $"No good there: {NodeList.Of([.. unfit.Order(StringComparer.Ordinal)])}." },
            .. missing[true].Except(unfit).Any() ? new[] { $"Not there: {NodeList.Of([.. missing[true].Except(unfit)])}." } : [],
            .. missing[false].Any() ? new[] { $"Not asked for, as they need these: {NodeList.Of([.. missing[false]])}." } : [],
        ];
    }

    // A key is known once the inputs are there: each round asks for what the one before has made possible.
    private void FetchAll()
    {
        while (true)
        {
            var plans = planner.Plan(nodes.Where(node => !made.ContainsKey(node.Id)), made);
            var due = plans.Values.OfType<DueNode>().Where(plan => plan.Key is not null && asked.Add(plan.Node.Id)).ToList();
            if (due.Count == 0)
            {
                return;
            }

            Transfers.ForEach(due, plan => Fetch(plan.Node, plan.Key!));
        }
    }

    private void Fetch(StageNode node, StageKey key)
    {
        using var turn = store.TakeTurn(node, key, say);
        if (planner.Plan(node, made) is CurrentNode)
        {
            return;
        }

        try
        {
            if (remote.Fetch(node, key) is { } result)
            {
                fetched.Add(result);
                say(result.ToLine(node));
            }
        }
        catch (UnfitResultException fault)
        {
            unfit.Add(node.Id);
            say($"{node.Id}  not pulled: {fault.Message}");
        }
    }
}
