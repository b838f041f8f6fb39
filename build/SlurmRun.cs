using Build.Options;
using Build.Tasks;
using Cake.Core;
using Cake.Core.Diagnostics;
using FashionPipeline.Pipeline;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Submissions;
using FashionPipeline.Pipeline.Submissions.Slurm;

namespace Build;

/// <summary>Runs of an experiment on a cluster, whose jobs start this program by its compiled file: no job compiles.</summary>
internal static class SlurmRun
{
    private const int OutOfMemory = 137; // what a shell says of a program that was killed for it

    /// <summary>Submits what a stage needs; where that is asked for, waits until all of it has ended.</summary>
    /// <exception cref="CakeException">Something has failed.</exception>
    public static void Submit(PipelineContext context, Stage stage)
    {
        var executor = ExecutorOf(context, context.OfExperiment with { OpenRemote = NamedRemote.Find(context) });
        executor.Submit(stage);
        if (!context.IsWaiting)
        {
            return;
        }

        var states = executor.Wait();
        if (states.Count(state => state.Progress is NodeProgress.Failed or NodeProgress.Blocked) is > 0 and var failed)
        {
            throw new CakeException(FormattableString.Invariant($"{failed} steps have no result; the logs are named above."));
        }

        if (states.Count > 0)
        {
            executor.Show(stage);
        }

        if (states.Any(state => state.Progress == NodeProgress.LeftOut))
        {
            Environment.ExitCode = PipelineContext.PartOfIt;
        }
    }

    /// <summary>Submits again what failed and may end well in another attempt.</summary>
    public static void Retry(PipelineContext context) => ExecutorOf(context, context.OfExperiment).Retry();

    /// <summary>Cancels the jobs of the experiment.</summary>
    public static void Cancel(PipelineContext context) => ExecutorOf(context, context.OfExperiment).Cancel();

    /// <summary>How far the jobs of the experiment are; nothing where none were submitted.</summary>
    public static IReadOnlyList<string> Status(PipelineContext context) => ExecutorOf(context, context.OfExperiment).Status();

    /// <summary>Runs one step, as a job does.</summary>
    public static void RunNode(PipelineContext context)
    {
        try
        {
            SubmittedNode.Run(context.OfExperiment, line => Say(context, line));
        }
        catch (OutOfMemoryException)
        {
            Environment.ExitCode = OutOfMemory;
            throw;
        }
    }

    private static SlurmExecutor ExecutorOf(PipelineContext context, PipelineOptions options) =>
        new(options, ProgramOf(options), line => Say(context, line));

    private static void Say(PipelineContext context, string line) => context.Log.Information("{0}", line);

    private static SubmittedProgram ProgramOf(PipelineOptions options) => new()
    {
        RunNode = [.. Command(nameof(Tasks.RunNode), options), $"--{PipelineArguments.Only.Name}"],
        Retry = Command(nameof(Tasks.Retry), options),
        Environment =
        [
            new(PipelineArguments.Cache.Name, Path.GetFullPath(options.Cache)),
            new(PipelineArguments.Reports.Name, Path.GetFullPath(options.Reports)),
        ],
        CompileLock = Path.Combine(options.Root, "build", "obj", "build.sh.lock"),
    };

    private static IReadOnlyList<string> Command(string target, PipelineOptions options) =>
    [
        DotNet.FindCommand(), typeof(SlurmRun).Assembly.Location, $"--{PipelineArguments.Target.Name}", target,
        $"--{PipelineArguments.Experiment.Name}", options.Experiment,
        .. options.Overrides.SelectMany(setting => new[] { $"--{PipelineArguments.Set.Name}", setting }),
        .. options.VariantName is { } name ? [$"--{PipelineArguments.Name.Name}", name] : Array.Empty<string>(),
        .. options.Mirror is { } mirror ? [$"--{PipelineArguments.Mirror.Name}", mirror] : Array.Empty<string>(),
    ];
}
