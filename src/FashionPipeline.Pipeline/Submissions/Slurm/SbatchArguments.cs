using System.Globalization;

namespace FashionPipeline.Pipeline.Submissions.Slurm;

/// <summary>What <c>sbatch</c> is told of a job.</summary>
internal static class SbatchArguments
{
    // A job that looks and submits: no training.
    private const int RetryMegabytes = 2048;

    /// <summary>Of a job array.</summary>
    /// <param name="array">The array.</param>
    /// <param name="experiment">Name of the experiment.</param>
    /// <param name="after">Ids of jobs and tasks that have to end well before.</param>
    /// <param name="logs">Folder of its logs by index.</param>
    /// <param name="script">Path of its script.</param>
    public static IReadOnlyList<string> Of(
        JobArray array, string experiment, IReadOnlyCollection<string> after, string logs, string script) =>
    [
        .. Common($"{experiment}/{array.Name}", Path.Combine(Escaped(logs), "%a.log"), script),
        string.Create(CultureInfo.InvariantCulture, $"--array=0-{array.Nodes.Count - 1}"),
        string.Create(CultureInfo.InvariantCulture, $"--cpus-per-task={array.Resources.Cpus}"),
        string.Create(CultureInfo.InvariantCulture, $"--mem={array.Resources.MemoryMegabytes}M"),
        .. array.Resources.Minutes is { } minutes ? [string.Create(CultureInfo.InvariantCulture, $"--time={minutes}")] : NoArguments,
        .. array.Resources.Partition is { } partition ? [$"--partition={partition}"] : NoArguments,
        .. array.Resources.Account is { } account ? [$"--account={account}"] : NoArguments,
        .. array.Resources.Constraint is { } constraint ? [$"--constraint={constraint}"] : NoArguments,
        .. after.Count > 0 ? [$"--dependency=afterok:{string.Join(':', after)}"] : NoArguments,
        script,
    ];

    /// <summary>Of the job that submits again what failed; it goes away by itself where no task of some arrays did.</summary>
    /// <param name="arrays">The arrays, at least one, all taken by the cluster.</param>
    /// <param name="experiment">Name of the experiment.</param>
    /// <param name="log">Its log.</param>
    /// <param name="script">Path of its script.</param>
    public static IReadOnlyList<string> OfRetry(IReadOnlyList<JobArray> arrays, string experiment, string log, string script) =>
    [
        .. Common($"{experiment}/retry", Escaped(log), script),
        "--cpus-per-task=1",
        string.Create(CultureInfo.InvariantCulture, $"--mem={RetryMegabytes}M"),
        .. arrays[0].Resources.Partition is { } partition ? [$"--partition={partition}"] : NoArguments,
        .. arrays[0].Resources.Account is { } account ? [$"--account={account}"] : NoArguments,
        $"--dependency={string.Join('?', arrays.Select(array => $"afternotok:{array.Job}"))}", // ? is or
        script,
    ];

    private static string[] NoArguments => [];

    // What failed with its machine, or made room for others, begins again and goes on in the same log.
    private static IReadOnlyList<string> Common(string name, string log, string script) =>
    [
        "--parsable", $"--job-name={name}", "-o", log, "--open-mode=append", "--nodes=1", "--ntasks=1", "--requeue",
        "--kill-on-invalid-dep=yes", "--export=ALL", $"--chdir={Path.GetDirectoryName(script)}",
    ];

    // Slurm replaces what follows a percent sign.
    private static string Escaped(string path) => path.Replace("%", "%%", StringComparison.Ordinal);
}
