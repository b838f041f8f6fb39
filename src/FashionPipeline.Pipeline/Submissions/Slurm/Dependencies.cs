namespace FashionPipeline.Pipeline.Submissions.Slurm;

/// <summary>What has to end well before a job begins, as <c>sbatch</c> takes it.</summary>
internal static class Dependencies
{
    /// <summary>Ids of the arrays whose tasks are all needed, and of single tasks of others, in the order of the submission.</summary>
    /// <param name="needed">Names of steps that are not made yet.</param>
    /// <param name="submission">What was submitted so far.</param>
    public static IReadOnlyList<string> Of(IEnumerable<string> needed, Submission submission)
    {
        var latest = submission.Latest();
        return
        [
            .. needed.Distinct(StringComparer.Ordinal).Where(latest.ContainsKey).Select(node => latest[node])
                .GroupBy(step => step.Array).OrderBy(steps => steps.Key.Number)
                .SelectMany(steps => steps.Count() == steps.Key.Nodes.Count
                    ? [steps.Key.Job!]
                    : steps.OrderBy(step => step.Index).Select(step => $"{step.Array.TaskAt(step.Index)}")),
        ];
    }
}
