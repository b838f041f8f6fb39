namespace FashionPipeline.Pipeline.Submissions.Slurm;

/// <summary>Jobs as accounting prints them: a line a job, with bars between its fields.</summary>
internal static class SacctOutput
{
    /// <summary>Arguments of <c>sacct</c>: the jobs without their steps, and of one that began again the last time.</summary>
    public static IReadOnlyList<string> ArgumentsFor(IEnumerable<string> jobs) =>
    [
        "--noheader", "--parsable2", "--allocations", "-o", "JobID,State,ExitCode,NodeList,Reason", "--starttime=2000-01-01",
        "-j", string.Join(',', jobs),
    ];

    /// <summary>The tasks.</summary>
    /// <param name="output">What <c>sacct</c> printed.</param>
    public static Dictionary<TaskId, JobTask> Read(string output)
    {
        var tasks = new Dictionary<TaskId, JobTask>();
        foreach (var fields in output.Split('\n').Select(line => line.TrimEnd().Split('|')).Where(fields => fields.Length == 5))
        {
            var id = fields[0].Split('_', 2);
            if (id.Length != 2)
            {
                continue;
            }

            var word = fields[1].Split(' ')[0]; // CANCELLED by 1000
            var exit = SlurmWords.ExitOf(fields[2]);
            var task = new JobTask
            {
                State = SlurmWords.StateOf(word),
                Word = word,
                Reason = fields[4] is "None" or "" ? null : fields[4],
                Machines = fields[3] is "None assigned" or "" ? null : fields[3],
                ExitCode = exit.Code,
                Signal = exit.Signal,
            };
            foreach (var index in SlurmWords.IndicesOf(id[1]))
            {
                tasks[new(id[0], index)] = task;
            }
        }

        return tasks;
    }
}
