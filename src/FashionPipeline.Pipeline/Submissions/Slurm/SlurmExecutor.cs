using System.Diagnostics;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Plans;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Submissions.Slurm;

/// <summary>Hands the steps of an experiment to Slurm, and tells how far they are. What is done the store says, not the cluster.</summary>
public sealed class SlurmExecutor
{
    private readonly PipelineOptions options;
    private readonly SubmittedProgram program;
    private readonly Action<string> say;
    private readonly SlurmCluster cluster = new();
    private readonly SubmissionFolder folder;

    /// <param name="options">The experiment.</param>
    /// <param name="program">How jobs start this program.</param>
    /// <param name="say">Takes what is to be said, a line at a time.</param>
    public SlurmExecutor(PipelineOptions options, SubmittedProgram program, Action<string> say)
    {
        (this.options, this.program, this.say) = (options, program, say);
        folder = new(new StoreLayout(options.Cache), Variant.NameOf(
            Path.GetFileNameWithoutExtension(options.Experiment), options.Overrides, options.VariantName));
    }

    /// <summary>
    /// Submits what a stage needs and the store lacks, and Slurm does not have already. Published files, and results that a remote store
    /// has, are fetched at once, as machines that compute often reach no network. Where that is all, the stage is finished here.
    /// </summary>
    /// <param name="stage">The stage.</param>
    /// <exception cref="InputException">The experiment is at fault, or Slurm refuses; nothing is submitted then.</exception>
    public void Submit(Stage stage)
    {
        using var taken = folder.Take(WaitForOthers);
        using var pipeline = SubmittedPipeline.Open(options, folder);
        pipeline.PullFor(stage);
        if (pipeline.Plan(stage).Nodes.Any(node => JobArray.StageOf(node.Node) == Stage.Download && node.State != PlanState.Current))
        {
            pipeline.Run(Stage.Download);
        }

        var submission = folder.Read();
        var states = States(submission);
        var plan = pipeline.Plan(stage);
        var due = plan.Nodes.Where(node => node.State != PlanState.Current).ToList();
        var (alive, outdated) = Split(states.Where(state => state.IsAlive), state => state.Array.Source == pipeline.Digest);
        Cancel([.. outdated, .. Waiting(states)]);
        var busy = alive.Select(state => state.Node).ToHashSet(StringComparer.Ordinal);
        var (there, missing) = Split(due, node => busy.Contains(node.Node));
        if (outdated.Count > 0)
        {
            say($"Cancelled, as they would make something else by now: {string.Join(", ", outdated.Select(state => state.Node))}.");
        }

        if (there.Count > 0)
        {
            say($"Submitted before, and not ended: {string.Join(", ", there.Select(node => node.Node))}.");
        }

        if (due.Count == 0)
        {
            say("Nothing to submit: the store has everything.");
            pipeline.Run(stage);
            return;
        }

        if (missing.Count == 0)
        {
            say("Nothing else to submit.");
            return;
        }

        if (missing.Count > cluster.MostJobs)
        {
            throw new InputException(FormattableString.Invariant($"{missing.Count} steps are to be submitted, and this cluster keeps at ")
                + FormattableString.Invariant($"most {cluster.MostJobs} (MaxJobCount).\nSubmit a part of them by their names, or ")
                + "fewer seeds.");
        }

        var kept = alive.Select(state => state.Array.Number).ToHashSet();
        Submit(
            submission with { Arrays = [.. submission.Arrays.Where(array => kept.Contains(array.Number))] },
            missing, node => (NodeGroup.ResourcesOf(pipeline.Resources, node), 0), plan, pipeline.Digest, watched: []);
    }

    /// <summary>Submits again what failed for want of memory or time, or with its machine, and what waits for it.</summary>
    /// <exception cref="InputException">The experiment is at fault, or Slurm refuses.</exception>
    public void Retry()
    {
        using var taken = folder.Take(WaitForOthers);
        using var pipeline = SubmittedPipeline.Open(options, folder);
        var submission = folder.Read();
        var states = States(submission);
        if (submission.Arrays.Any(array => array.Source != pipeline.Digest))
        {
            say($"'{pipeline.Name}' or the program changed since it was submitted: nothing is submitted again.");
            return;
        }

        var plan = pipeline.Plan();
        var retries = RetryPlan.Of(states, plan);
        foreach (var state in retries.GivenUp)
        {
            say($"{state.Node}  failed ({state.Detail}), and is not tried again: {folder.LogOf(state.Node)}");
        }

        // The job that asks this begins at the first failure: what is under way still needs one.
        var watched = states.Where(state => state.IsAlive).Select(state => state.Array).DistinctBy(array => array.Number).ToList();
        if (retries.Nodes.Count > 0)
        {
            Cancel(Waiting(states));
            Submit(submission, retries.Nodes, node => retries.Get[node], plan, pipeline.Digest, watched);
        }
        else if (watched.Count > 0)
        {
            folder.Write(WithRetryFor(watched, submission));
        }
    }

    /// <summary>Cancels all jobs of the experiment that have not ended.</summary>
    /// <exception cref="InputException">Slurm refuses, or cannot be reached.</exception>
    public void Cancel()
    {
        using var taken = folder.Take(WaitForOthers);
        var submission = folder.Read();
        var tasks = cluster.Tasks([.. submission.Jobs]);
        var alive = tasks.Where(task => task.Value.IsAlive).Select(task => task.Key.Job).ToHashSet(StringComparer.Ordinal);
        var steps = submission.Arrays.Where(array => array.Job is not null)
            .Sum(array => array.Nodes.Index().Count(node => tasks.GetValueOrDefault(array.TaskAt(node.Index)!.Value) is { IsAlive: true }));
        if (submission.Jobs.Any())
        {
            cluster.Cancel([.. submission.RetryJobs, .. submission.Jobs.Where(alive.Contains)]); // what would try again goes first
        }

        say(steps == 0 ? "Nothing to cancel." : FormattableString.Invariant($"Cancelled {steps} steps. What is finished is kept."));
    }

    /// <summary>How far the submitted steps are, in lines; none where nothing was submitted.</summary>
    public IReadOnlyList<string> Status()
    {
        if (folder.Read().Arrays.Count == 0)
        {
            return [];
        }

        var (states, lines) = Ask();
        return [.. lines.Prepend("Submitted to Slurm:"), .. states is null ? [] : StateSummary.Failures(states, folder)];
    }

    /// <summary>Waits until every submitted step has ended, and says what changes. Slurm may be away meanwhile.</summary>
    /// <returns>The states at the end.</returns>
    public IReadOnlyList<NodeState> Wait()
    {
        var pause = new Backoff();
        for (IReadOnlyList<string> said = []; ;)
        {
            var clock = Stopwatch.StartNew();
            var (states, lines) = Ask();
            var asked = clock.Elapsed;
            var news = lines.Except(said, StringComparer.Ordinal).ToList();
            news.ForEach(say);
            said = lines;
            if (states is not null && !states.Any(state => state.IsAlive) && (states.All(IsGood) || !WillRetry()))
            {
                StateSummary.Failures(states, folder).ToList().ForEach(say);
                return states;
            }

            Thread.Sleep(pause.After(hasChanged: news.Count > 0, asked));
        }
    }

    /// <summary>Says what came of a stage that the cluster has made.</summary>
    /// <param name="stage">The stage.</param>
    public void Show(Stage stage)
    {
        using var pipeline = SubmittedPipeline.Open(options, folder);
        pipeline.Run(stage);
    }

    private (IReadOnlyList<NodeState>? States, IReadOnlyList<string> Lines) Ask()
    {
        var submission = folder.Read();
        try
        {
            var states = States(submission);
            return (states, StateSummary.Lines(states));
        }
        catch (InputException fault)
        {
            return (null, [$"Slurm cannot be asked now: {fault.Message}"]);
        }
    }

    private static bool IsGood(NodeState state) => state.Progress is NodeProgress.Done or NodeProgress.LeftOut;

    // Whether a job that submits again what failed has not ended.
    private bool WillRetry()
    {
        try
        {
            return cluster.IsAnyAlive(folder.Read().RetryJobs);
        }
        catch (InputException)
        {
            return true; // is asked again
        }
    }

    private void WaitForOthers() => say($"Another run submits '{folder.Experiment}'; waiting for it to end.");

    // Slurm is asked before the store: what ended meanwhile is done then.
    private IReadOnlyList<NodeState> States(Submission submission)
    {
        if (submission.Arrays.Count == 0)
        {
            return [];
        }

        var tasks = cluster.Tasks([.. submission.Jobs]);
        using var pipeline = SubmittedPipeline.Open(options with { Only = [] }, folder);
        return SubmissionStates.Of(submission, tasks, pipeline.Plan(), pipeline.Digest);
    }

    // Steps that Slurm keeps for needs that will not be met.
    private static IReadOnlyList<NodeState> Waiting(IEnumerable<NodeState> states) =>
        [.. states.Where(state => state is { Progress: NodeProgress.Blocked, Task.IsAlive: true })];

    private void Cancel(IReadOnlyList<NodeState> states)
    {
        if (states.Count > 0)
        {
            cluster.Cancel([.. states.Select(state => state.Array.TaskAt(state.Index)!.Value.ToString())]);
        }
    }

    private void Submit(
        Submission submission, IReadOnlyList<PlannedNode> nodes, Func<string, (NodeResources, int)> resourcesOf,
        PipelinePlan plan, string source, IReadOnlyList<JobArray> watched)
    {
        var (before, taken) = (folder.Read(), new List<JobArray>());
        var unmade = plan.Nodes.Where(node => node.State != PlanState.Current).Select(node => node.Node)
            .Concat(nodes.Select(node => node.Node)).ToHashSet(StringComparer.Ordinal);
        try
        {
            foreach (var group in NodeGroup.Of(nodes, resourcesOf, cluster.MostTasks))
            {
                var array = submission.ArrayOf(group, source);
                var after = Dependencies.Of(group.Nodes.SelectMany(node => node.Needs).Where(unmade.Contains), submission);
                folder.Write(submission.With(array)); // a task that begins at once finds it
                array = array with { Job = Taken(array, after) };
                submission = submission.With(array);
                folder.Write(submission);
                taken.Add(array);
            }

            folder.Write(WithRetryFor([.. taken, .. watched], submission));
        }
        catch
        {
            TakeBack(taken);
            folder.Write(before);
            throw;
        }

        taken.ForEach(array => say(Line(array)));
        say($"Logs: {folder.Logs}");
    }

    private string Taken(JobArray array, IReadOnlyList<string> after)
    {
        try
        {
            return cluster.Submit(SbatchArguments.Of(
                array, folder.Experiment, after, folder.PrepareLogs(array),
                folder.WriteScript(array.Name, JobScript.Of(array, program))));
        }
        catch (InputException fault)
        {
            throw new InputException(
                $"{fault.Message}\n{array.Name} is {Asked(array)}. State in the experiment's resources what they get.", fault);
        }
    }

    private Submission WithRetryFor(IReadOnlyList<JobArray> arrays, Submission submission) => submission with
    {
        RetryJobs =
        [
            .. submission.RetryJobs,
            cluster.Submit(SbatchArguments.OfRetry(
                arrays, folder.Experiment, folder.RetryLog, folder.WriteScript("retry", JobScript.OfRetry(program)))),
        ],
    };

    // What went wrong first is on its way to the user. Jobs of which nobody knows end at once: they ask whether they were submitted.
    private void TakeBack(IReadOnlyList<JobArray> arrays)
    {
        try
        {
            if (arrays.Count > 0)
            {
                cluster.Cancel(arrays.Select(array => array.Job!));
            }
        }
        catch (InputException fault)
        {
            say(fault.Message);
        }
    }

    private static string Asked(JobArray array) =>
        FormattableString.Invariant($"{array.Nodes.Count} step{(array.Nodes.Count == 1 ? "" : "s, each")} with ")
        + FormattableString.Invariant($"{array.Resources.Cpus} processors and {array.Resources.MemoryMegabytes} MB");

    private static string Line(JobArray array) => $"submitted {array.Name} as job {array.Job}: {Asked(array)}"
        + (array.Retries == 0 ? "" : FormattableString.Invariant($", attempt {array.Retries + 1}"));

    private static (List<T> Fitting, List<T> Others) Split<T>(IEnumerable<T> all, Func<T, bool> fits)
    {
        var sides = all.ToLookup(fits);
        return ([.. sides[true]], [.. sides[false]]);
    }
}
