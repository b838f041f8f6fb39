namespace FashionPipeline.Pipeline.Submissions.Slurm;

/// <summary>The scripts of jobs, for any POSIX shell.</summary>
internal static class JobScript
{
    /// <summary>Of an array: each task runs the step whose place is its index, and nothing else.</summary>
    /// <param name="array">The array.</param>
    /// <param name="program">How the program is started.</param>
    public static string Of(JobArray array, SubmittedProgram program) => Text(
    [
        "# A task a step: its index is the step's place in this list.",
        $"set -- \\\n  {string.Join(" \\\n  ", array.Nodes.Select(Quoted))}",
        """shift "$SLURM_ARRAY_TASK_ID" """.TrimEnd(),
        """echo "$1 on $SLURMD_NODENAME, task ${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID, begun again ${SLURM_RESTART_COUNT:-0} times" """
            .TrimEnd(),
    ], program, $"{Command(program.RunNode)} \"$1\"");

    /// <summary>Of the job that submits again what failed.</summary>
    /// <param name="program">How the program is started.</param>
    public static string OfRetry(SubmittedProgram program) => Text([], program, Command(program.Retry));

    // The program uses as many threads as the job has processors. While it runs nobody compiles it.
    private static string Text(IEnumerable<string> first, SubmittedProgram program, string command) => string.Join('\n',
    [
        "#!/bin/sh",
        "set -eu",
        .. first,
        .. program.Environment.Select(variable => $"export {variable.Key}={Quoted(variable.Value)}"),
        """export DOTNET_PROCESSOR_COUNT="${SLURM_CPUS_PER_TASK:-1}" """.TrimEnd(),
        .. program.CompileLock is { } path
            ? [$"if [ -r {Quoted(path)} ] && command -v flock >/dev/null; then exec 9<{Quoted(path)}; flock -s 9 || true; fi"]
            : Array.Empty<string>(),
        $"exec {command}",
        "",
    ]);

    private static string Command(IEnumerable<string> words) => string.Join(' ', words.Select(Quoted));

    private static string Quoted(string text) => $"'{text.Replace("'", """'\''""", StringComparison.Ordinal)}'";
}
