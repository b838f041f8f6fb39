using System.Text.RegularExpressions;

namespace FashionPipeline.Pipeline.Submissions.Slurm;

/// <summary>Jobs as the controller prints them: a line a job, with <c>Name=value</c> after <c>Name=value</c>.</summary>
internal static partial class ScontrolOutput
{
    /// <summary>Arguments of <c>scontrol</c>.</summary>
    public static IReadOnlyList<string> Arguments { get; } = ["--oneliner", "show", "job"];

    /// <summary>The tasks of some job arrays.</summary>
    /// <param name="output">What <c>scontrol</c> printed: all jobs of the cluster.</param>
    /// <param name="jobs">Ids of the arrays.</param>
    public static Dictionary<TaskId, JobTask> Read(string output, IReadOnlySet<string> jobs)
    {
        var tasks = new Dictionary<TaskId, JobTask>();
        foreach (var line in output.Split('\n'))
        {
            if (Find(line, "ArrayJobId") is not { } job || !jobs.Contains(job) || Find(line, "JobState") is not { } word)
            {
                continue;
            }

            var exit = SlurmWords.ExitOf(Find(line, "ExitCode") ?? "");
            var task = new JobTask
            {
                State = SlurmWords.StateOf(word),
                Word = word,
                Reason = Find(line, "Reason") is { } reason and not "None" ? reason : null,
                Machines = Find(line, "NodeList") is { } machines and not "(null)" ? machines : null,
                ExitCode = exit.Code,
                Signal = exit.Signal,
            };
            foreach (var index in SlurmWords.IndicesOf(Find(line, "ArrayTaskId") ?? ""))
            {
                tasks[new(job, index)] = task;
            }
        }

        return tasks;
    }

    // Names and paths, which the user chooses, come after an equals sign, too: the fields that are read stand before those.
    private static string? Find(string line, string name) =>
        Fields().Matches(line).FirstOrDefault(field => field.Groups["name"].Value == name)?.Groups["value"].Value;

    [GeneratedRegex(@"(?<=^|\s)(?<name>[A-Za-z:/]+)=(?<value>\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex Fields();
}
