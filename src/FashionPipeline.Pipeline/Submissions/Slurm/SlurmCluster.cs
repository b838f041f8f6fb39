using System.Globalization;
using System.Text.RegularExpressions;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Pipeline.Submissions.Slurm;

/// <summary>The cluster, as Slurm's commands tell of it.</summary>
public sealed partial class SlurmCluster
{
    private const int NoLimit = int.MaxValue;

    private readonly Lazy<string> configuration = new(() => SlurmCommand.Run("scontrol", ["show", "config"]));

    /// <summary>Most tasks of a job array, at least 1.</summary>
    public int MostTasks => Math.Max(Limit("MaxArraySize"), 1);

    /// <summary>Most jobs, counted by their tasks, that it keeps at the same time; more are made to wait by <c>sbatch</c>.</summary>
    public int MostJobs => Limit("MaxJobCount");

    private bool HasAccounting => Setting("AccountingStorageType") is { } type && !type.EndsWith("none", StringComparison.Ordinal);

    /// <summary>Submits a job.</summary>
    /// <param name="arguments">Arguments of <c>sbatch</c>.</param>
    /// <returns>Id of the job.</returns>
    /// <exception cref="InputException">Slurm refuses, or cannot be reached.</exception>
    public string Submit(IEnumerable<string> arguments)
    {
        var answer = SlurmCommand.Run("sbatch", arguments).Trim(); // id, or id;cluster
        return JobId().Match(answer) is { Success: true } id ? id.Value
            : throw new InputException($"sbatch answered '{answer}'; expected the id of a job.");
    }

    /// <summary>Cancels jobs, with all their tasks.</summary>
    /// <exception cref="InputException">Slurm refuses, or cannot be reached.</exception>
    public void Cancel(IEnumerable<string> jobs) => SlurmCommand.Run("scancel", ["--quiet", .. jobs]);

    /// <summary>
    /// What Slurm knows of the tasks of some jobs, in one question for all of them: accounting is asked where there is one, else the
    /// controller, which forgets what ended some minutes ago. What accounting has not heard of yet, the controller knows.
    /// </summary>
    /// <param name="jobs">Ids of job arrays.</param>
    /// <exception cref="InputException">Slurm refuses, or cannot be reached.</exception>
    public IReadOnlyDictionary<TaskId, JobTask> Tasks(IReadOnlyCollection<string> jobs)
    {
        if (jobs.Count == 0)
        {
            return new Dictionary<TaskId, JobTask>();
        }

        var tasks = HasAccounting ? SacctOutput.Read(SlurmCommand.Run("sacct", SacctOutput.ArgumentsFor(jobs))) : [];
        var others = jobs.Except(tasks.Keys.Select(task => task.Job)).ToHashSet(StringComparer.Ordinal);
        if (others.Count > 0)
        {
            foreach (var (task, known) in ScontrolOutput.Read(SlurmCommand.Run("scontrol", ScontrolOutput.Arguments), others))
            {
                tasks.Add(task, known);
            }
        }

        return tasks;
    }

    /// <summary>Whether one of some jobs, which are no arrays, has not ended.</summary>
    /// <param name="jobs">Their ids.</param>
    /// <exception cref="InputException">Slurm refuses, or cannot be reached.</exception>
    public bool IsAnyAlive(IReadOnlyCollection<string> jobs) => jobs.Count > 0
        && SlurmCommand.Run("squeue", ["--me", "--noheader", "-o", "%A"]).Split('\n').Any(line => jobs.Contains(line.Trim()));

    private int Limit(string name) =>
        int.TryParse(Setting(name), NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : NoLimit;

    private string? Setting(string name) => configuration.Value.Split('\n')
        .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
        .FirstOrDefault(setting => setting.Length == 2 && setting[0] == name)?[1];

    [GeneratedRegex("^[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex JobId();
}
