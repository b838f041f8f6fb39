using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Plans;

namespace FashionPipeline.Pipeline.Submissions;

/// <summary>The states of submitted steps in words.</summary>
public static class StateSummary
{
    /// <summary>A line a stage: how many steps are how far, and where they run or what they wait for.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<NodeState> states) => TextTable.Of(
    [
        .. states.GroupBy(state => StageNode.StageOf(state.Node)).Select(stage => new[]
        {
            stage.Key, string.Join(", ", stage.GroupBy(state => state.Progress).OrderBy(group => group.Key).Select(Counted)),
        }),
    ]);

    /// <summary>A line a step that failed, with what ended it and where its log is.</summary>
    /// <param name="states">The states.</param>
    /// <param name="folder">Where the logs are.</param>
    public static IEnumerable<string> Failures(IReadOnlyList<NodeState> states, SubmissionFolder folder) => states
        .Where(state => state.Progress == NodeProgress.Failed)
        .Select(state => $"{state.Node}  failed ({state.Detail}): {folder.LogOf(state.Node)}");

    private static string Counted(IGrouping<NodeProgress, NodeState> group)
    {
        var details = group.Key is NodeProgress.Running or NodeProgress.Pending
            ? group.Select(state => state.Detail).Where(detail => detail.Length > 0).Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal).ToList() : [];
        return FormattableString.Invariant($"{group.Count()} {Word(group.Key)}")
            + (details.Count == 0 ? "" : $" ({string.Join(", ", details)})");
    }

    private static string Word(NodeProgress progress) => progress switch
    {
        NodeProgress.Done => "done",
        NodeProgress.LeftOut => "left out",
        NodeProgress.Running => "running",
        NodeProgress.Pending => "pending",
        NodeProgress.Blocked => "cannot begin",
        _ => "failed",
    };
}
