using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Submissions;

namespace FashionPipeline.Endurance.Simulation;

/// <summary>
/// A cluster without machines: it begins tasks as Slurm would, when what they depend on has ended well and a machine is free, and lets
/// happen to them what chance has for them. Time is made up, and the same seed makes the same history.
/// </summary>
/// <param name="machines">How many tasks run at the same time.</param>
/// <param name="chance">What becomes of an attempt: by name of the step and number of the attempt, from 0.</param>
/// <param name="duration">How long an attempt takes, in seconds.</param>
/// <param name="run">Runs a step; throws as the step's process would.</param>
/// <param name="memory">Memory that a step takes, in megabytes.</param>
internal sealed class SimulatedCluster(
    int machines,
    Func<string, int, Mishap> chance,
    Func<string, int, double> duration,
    Action<string, Mishap> run,
    Func<string, int> memory)
{
    private readonly PriorityQueue<Action, (double Time, long Order)> events = new();
    private readonly Dictionary<TaskId, JobTask> tasks = [];
    private readonly Dictionary<TaskId, (string Node, JobArray Array)> known = [];
    private readonly Queue<TaskId> ready = new();
    private readonly List<(TaskId Task, List<TaskId> After)> waiting = [];
    private readonly Dictionary<string, int> attempts = new(StringComparer.Ordinal);
    private int free = machines;
    private int jobs;
    private long order;

    /// <summary>Time that has passed, in seconds.</summary>
    public double Now { get; private set; }

    /// <summary>How often the scheduler was asked for something.</summary>
    public int Calls { get; private set; }

    /// <summary>How often a task began, in all.</summary>
    public int Attempts => attempts.Values.Sum();

    /// <summary>How often something went wrong, by kind.</summary>
    public SortedDictionary<Mishap, int> Mishaps { get; } = [];

    /// <summary>Takes an array.</summary>
    /// <param name="array">The array.</param>
    /// <param name="after">Arrays and tasks that have to end well before it begins, as <c>sbatch</c> takes them.</param>
    /// <returns>Id of the job.</returns>
    public string Submit(JobArray array, IReadOnlyList<string> after)
    {
        Calls++;
        var job = FormattableString.Invariant($"{++jobs}");
        var needed = after.SelectMany(id => known.Keys.Where(task => task.Job == id || $"{task}" == id)).ToList();
        foreach (var (index, node) in array.Nodes.Index())
        {
            var task = new TaskId(job, index);
            known.Add(task, (node, array));
            tasks.Add(task, new JobTask { State = TaskState.Pending, Word = "PENDING" });
            waiting.Add((task, needed));
        }

        return job;
    }

    /// <summary>What it says of its tasks; it has forgotten some.</summary>
    public IReadOnlyDictionary<TaskId, JobTask> Ask()
    {
        Calls++;
        return new Dictionary<TaskId, JobTask>(tasks);
    }

    /// <summary>Lets time pass until nothing can happen any more, and cancels what waits for what failed.</summary>
    public void RunToTheEnd()
    {
        do
        {
            Release();
            while (free > 0 && ready.TryDequeue(out var task))
            {
                Begin(task);
            }

            if (events.TryDequeue(out var happen, out var when))
            {
                Now = when.Time;
                happen();
            }
        }
        while (events.Count > 0 || ready.Count > 0 || waiting.Exists(each => IsReady(each.After)));

        waiting.ForEach(each => End(each.Task, TaskState.Cancelled, "CANCELLED"));
        waiting.Clear();
    }

    private void Release()
    {
        var begin = waiting.Where(each => IsReady(each.After)).Select(each => each.Task).ToHashSet();
        waiting.RemoveAll(each => begin.Contains(each.Task));
        foreach (var task in begin)
        {
            ready.Enqueue(task);
        }
    }

    // What it has forgotten had ended.
    private bool IsReady(List<TaskId> after) =>
        after.TrueForAll(task => !tasks.TryGetValue(task, out var state) || state.State == TaskState.Completed);

    private void Begin(TaskId task)
    {
        var (node, array) = known[task];
        var attempt = attempts.GetValueOrDefault(node);
        attempts[node] = attempt + 1;
        var mishap = chance(node, attempt);
        if (mishap == Mishap.OutOfMemory && array.Resources.MemoryMegabytes >= memory(node))
        {
            mishap = Mishap.None;
        }

        Mishaps[mishap] = Mishaps.GetValueOrDefault(mishap) + 1;
        free--;
        tasks[task] = new JobTask { State = TaskState.Running, Word = "RUNNING" };
        After(duration(node, attempt), () => Finish(task, node, mishap));
        if (mishap == Mishap.TakenForDead)
        {
            free++; // another machine takes its place
            After(duration(node, attempt) / 2, () => ready.Enqueue(task));
        }
    }

    private void Finish(TaskId task, string node, Mishap mishap)
    {
        free += mishap == Mishap.TakenForDead ? 0 : 1;
        try
        {
            if (mishap != Mishap.LostBefore)
            {
                run(node, mishap);
            }
        }
        catch (KilledException) when (mishap == Mishap.OutOfMemory)
        {
            End(task, TaskState.OutOfMemory, "OUT_OF_MEMORY");
            return;
        }
        catch (KilledException)
        {
        }
        catch (InputException) when (mishap == Mishap.Faulty)
        {
        }

        switch (mishap)
        {
            case Mishap.LostBefore or Mishap.LostDuring or Mishap.LostBeforeRecord:
                ready.Enqueue(task);
                break;
            case Mishap.Faulty:
                End(task, TaskState.Failed, "FAILED");
                break;
            case Mishap.Forgotten:
                tasks.Remove(task);
                break;
            case Mishap.None:
                End(task, TaskState.Completed, "COMPLETED");
                break;
        }
    }

    private void End(TaskId task, TaskState state, string word) =>
        tasks[task] = new JobTask { State = state, Word = word, ExitCode = state == TaskState.Failed ? 1 : 0 };

    private void After(double seconds, Action happen) => events.Enqueue(happen, (Now + seconds, order++));
}
