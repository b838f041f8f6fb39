using System.Globalization;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Pipeline.Submissions.Slurm;

/// <summary>Slurm's words of jobs, as its commands print them. See https://slurm.schedmd.com/squeue.html, "Job state codes".</summary>
internal static class SlurmWords
{
    private const int MostTasks = 4_000_000; // more than Slurm allows

    /// <summary>The state that a word stands for.</summary>
    /// <param name="word">The word without what follows it: <c>CANCELLED</c> of <c>CANCELLED by 0</c>.</param>
    public static TaskState StateOf(string word) => word switch
    {
        "PENDING" or "REQUEUED" or "REQUEUE_HOLD" or "REQUEUE_FED" or "RESV_DEL_HOLD" or "SPECIAL_EXIT" => TaskState.Pending,
        "COMPLETED" => TaskState.Completed,
        "OUT_OF_MEMORY" => TaskState.OutOfMemory,
        "TIMEOUT" or "DEADLINE" => TaskState.TimedOut,
        "NODE_FAIL" or "BOOT_FAIL" or "PREEMPTED" or "LAUNCH_FAILED" or "RECONFIG_FAIL" => TaskState.Lost,
        "CANCELLED" or "REVOKED" => TaskState.Cancelled,
        "FAILED" => TaskState.Failed,
        _ => TaskState.Running, // also what is on its way into or out of it: CONFIGURING, COMPLETING, SUSPENDED, STAGE_OUT
    };

    /// <summary>Exit code and signal of <c>0:9</c>.</summary>
    public static (int Code, int Signal) ExitOf(string text) => text.Split(':') is [var code, var signal]
        && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var exit)
        && int.TryParse(signal, NumberStyles.None, CultureInfo.InvariantCulture, out var sent) ? (exit, sent) : (0, 0);

    /// <summary>The indices of <c>3</c>, <c>0-7</c>, <c>0-8:2</c> and <c>[0,2-4%2]</c>; none of an empty text.</summary>
    /// <exception cref="InputException">It is something else: tasks of which nothing is known would be submitted twice.</exception>
    public static IEnumerable<int> IndicesOf(string text)
    {
        foreach (var range in text.Trim('[', ']').Split('%')[0].Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = range.Split('-', ':');
            if (parts.Length > 3 || !parts.All(IsNumber) || Number(parts.Length > 1 ? parts[1] : parts[0]) is var last && last > MostTasks)
            {
                throw new InputException($"Slurm named tasks as '{text}'; expected indices such as 0-7,9.");
            }

            for (var index = Number(parts[0]); index <= last; index += parts.Length == 3 ? Math.Max(1, Number(parts[2])) : 1)
            {
                yield return index;
            }
        }
    }

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
