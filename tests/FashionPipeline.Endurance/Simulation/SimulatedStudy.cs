using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Plans;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Pipeline.Submissions;
using FashionPipeline.Pipeline.Submissions.Slurm;

namespace FashionPipeline.Endurance.Simulation;

/// <summary>
/// An experiment of many trainings over a store: its graph has the shape of a real one, its steps are simulated, its planner, runner,
/// submission and store are those of the product.
/// </summary>
internal sealed class SimulatedStudy
{
    private const string DataSet = "simulated";
    private const string Name = "simulated";
    private const string Source = "simulated";
    private const int MostTasks = 1000;

    private readonly StoreLayout layout;
    private readonly Dictionary<string, int> begun = new(StringComparer.Ordinal);
    private Mishap mishap;

    /// <param name="folder">Folder of the store.</param>
    /// <param name="trainings">Number of trainings; each is evaluated.</param>
    public SimulatedStudy(string folder, int trainings)
    {
        layout = new StoreLayout(folder);
        StoreAccess.Share(layout, _ => { }).Dispose();
        string[] runs = [.. Enumerable.Range(1, trainings).Select(seed => FormattableString.Invariant($"mlp/{seed}"))];
        Graph = new StageGraph(
        [
            Node("preprocess"),
            .. runs.Select(run => Node($"train/{run}", "preprocess")),
            .. runs.Select(run => Node($"evaluate/{run}", "preprocess", $"train/{run}")),
            Node("select", [.. runs.Select(run => $"train/{run}")]),
            Node("report", ["preprocess", "select", .. runs.Select(run => $"evaluate/{run}")]),
        ]);
    }

    public StageGraph Graph { get; }

    /// <summary>How often the work of a step began, by its name.</summary>
    public IReadOnlyDictionary<string, int> Begun => begun;

    /// <summary>Digest of what each step made that is done, by its name, as a new process finds it.</summary>
    public IReadOnlyDictionary<string, string> Made() => Planner().Plan().OfType<CurrentNode>()
        .ToDictionary(plan => plan.Node.Id, plan => plan.Result.Outputs[SimulatedStage.Output].Sha256, StringComparer.Ordinal);

    /// <summary>Runs all steps in this process.</summary>
    public void RunAlone() => Runner().Run(Graph.Nodes);

    /// <summary>Runs one step whose inputs are in the store, as a process of its own does that lives as long as chance wants.</summary>
    /// <param name="id">Name of the step.</param>
    /// <param name="what">What becomes of it.</param>
    /// <exception cref="InputException">It fails by what it was given, or something that it needs is missing.</exception>
    /// <exception cref="KilledException">It was killed.</exception>
    public void RunOne(string id, Mishap what)
    {
        var node = Graph[id];
        var missing = Planner().Plan(Graph.With([node]), new Dictionary<string, NodeResult>(StringComparer.Ordinal)).Values
            .FirstOrDefault(plan => plan is not CurrentNode && plan.Node != node);
        if (missing is not null)
        {
            throw new InputException($"{id} was to run, but {missing.Node.Id} is not in the store.");
        }

        mishap = what;
        var runner = Runner();
        runner.Run([node]);
        if (what == Mishap.LostBeforeRecord)
        {
            File.Delete(layout.Record(node.Stage, runner.Results[id].Key!.Hash()));
            File.Delete(layout.LatestKey(Name, id));
        }
    }

    /// <summary>Submits what the store lacks, and again what failed and may be tried again, until nothing is left to try.</summary>
    /// <returns>The states of all steps that were submitted.</returns>
    public IReadOnlyList<NodeState> Submit(SimulatedCluster cluster)
    {
        var plan = Plan();
        var due = plan.Nodes.Where(node => node.State != PlanState.Current).ToList();
        var submission = Submit(Submission.None, due, _ => (new NodeResources(), 0), cluster, plan);
        while (true)
        {
            cluster.RunToTheEnd();
            var tasks = cluster.Ask();
            plan = Plan();
            var states = SubmissionStates.Of(submission, tasks, plan, Source);
            var retry = RetryPlan.Of(states, plan);
            if (retry.Nodes.Count == 0)
            {
                return states;
            }

            submission = Submit(submission, retry.Nodes, node => retry.Get[node], cluster, plan);
        }
    }

    private static Submission Submit(
        Submission submission,
        IReadOnlyList<PlannedNode> nodes,
        Func<string, (NodeResources, int)> resourcesOf,
        SimulatedCluster cluster,
        PipelinePlan plan)
    {
        var unmade = plan.Nodes.Where(node => node.State != PlanState.Current).Select(node => node.Node).ToHashSet(StringComparer.Ordinal);
        foreach (var group in NodeGroup.Of(nodes, resourcesOf, MostTasks))
        {
            var array = submission.ArrayOf(group, Source);
            var after = Dependencies.Of(group.Nodes.SelectMany(node => node.Needs).Where(unmade.Contains), submission);
            submission = submission.With(array with { Job = cluster.Submit(array, after) });
        }

        return submission;
    }

    private PipelinePlan Plan() => new(
        Name, [.. Planner().Plan().Select(plan => PlannedNode.Of(plan, new Dictionary<string, double>()))]);

    // A process knows nothing of another's.
    private NodeStore Store() => new(layout, Name, DataSet);

    private Planner Planner() => new(Graph, Store(), _ => Source);

    private Runner Runner()
    {
        var store = Store();
        return new(Graph, new Planner(Graph, store, _ => Source), store, new Display(isQuiet: true), new RunLog(), jobs: 1);
    }

    private StageNode Node(string id, params string[] needs) => new()
    {
        Id = id,
        Inputs = needs.ToDictionary(need => need, need => new NodeOutput(need, SimulatedStage.Output), StringComparer.Ordinal),
        Work = new SimulatedStage(id, Begin),
    };

    private void Begin(string id)
    {
        begun[id] = begun.GetValueOrDefault(id) + 1;
        switch (mishap)
        {
            case Mishap.LostDuring or Mishap.OutOfMemory:
                throw new KilledException();
            case Mishap.Faulty:
                throw new InputException($"{id} cannot be done.");
        }
    }
}
