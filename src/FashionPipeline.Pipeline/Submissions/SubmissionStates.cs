using FashionPipeline.Pipeline.Plans;

namespace FashionPipeline.Pipeline.Submissions;

/// <summary>How far each step of a submission is. What is done the store says, and the cluster the rest.</summary>
public static class SubmissionStates
{
    /// <summary>The states of all submitted steps: those of the plan in its order, then those that are no longer part of it.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="tasks">What the cluster knows, asked before the plan was made: a step that ended meanwhile is done then.</param>
    /// <param name="plan">The plan of the experiment without what diverged.</param>
    /// <param name="source">
    /// Digest of the graph: what was submitted of another one, and is not planned any more, has a state as long as it is under way.
    /// </param>
    public static IReadOnlyList<NodeState> Of(
        Submission submission, IReadOnlyDictionary<TaskId, JobTask> tasks, PipelinePlan plan, string source)
    {
        var latest = submission.Latest();
        var planned = plan.Nodes.ToDictionary(node => node.Node, StringComparer.Ordinal);
        var states = new Dictionary<string, NodeState>(StringComparer.Ordinal);
        foreach (var array in submission.Arrays) // each after those that it needs
        {
            var own = array.Nodes.Index().Where(node => latest[node.Item].Array == array).Select(node => StateOf(array, node.Index))
                .Where(state => array.Source == source || planned.ContainsKey(state.Node) || state.IsAlive).ToList();
            var isBlocked = own.Any(state => state.Progress == NodeProgress.Blocked);
            foreach (var state in own)
            {
                states.Add(state.Node, isBlocked && IsHeldBack(state) ? state with { Progress = NodeProgress.Blocked } : state);
            }
        }

        var places = plan.Nodes.Index().ToDictionary(node => node.Item.Node, node => node.Index, StringComparer.Ordinal);
        return [.. states.Values.OrderBy(state => places.GetValueOrDefault(state.Node, places.Count))];

        NodeState StateOf(JobArray array, int index)
        {
            var node = array.Nodes[index];
            var task = array.TaskAt(index) is { } id ? tasks.GetValueOrDefault(id) : null;
            var progress = (planned.GetValueOrDefault(node), task?.State) switch
            {
                (null, TaskState.Running) when array.Source != source => NodeProgress.Running,
                (null, TaskState.Pending) when array.Source != source => NodeProgress.Pending,
                (null, _) => NodeProgress.LeftOut, // with the model whose training diverged
                ({ } step, _) => ProgressOf(step, task, states),
            };
            return new(node, progress, array, index, task);
        }
    }

    // An array begins as a whole: where one of its steps cannot, none does, and the cluster cancels them sooner or later.
    private static bool IsHeldBack(NodeState state) =>
        state.Progress == NodeProgress.Pending || state is { Progress: NodeProgress.Failed, Task: null or { State: TaskState.Cancelled } };

    private static NodeProgress ProgressOf(PlannedNode node, JobTask? task, Dictionary<string, NodeState> states)
    {
        var needed = node.Needs.Select(states.GetValueOrDefault).OfType<NodeState>().ToList();
        return (node.State, task?.State) switch
        {
            (_, TaskState.Running) => NodeProgress.Running, // with a result, too: a job may have a report to lay out
            (PlanState.Current, _) => NodeProgress.Done,
            (_, TaskState.Pending) => needed.Any(need => need.Progress is NodeProgress.Failed or NodeProgress.Blocked)
                ? NodeProgress.Blocked : NodeProgress.Pending,
            _ => needed.All(need => need.Progress == NodeProgress.Done) ? NodeProgress.Failed : NodeProgress.Blocked,
        };
    }
}
