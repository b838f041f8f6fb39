using System.Diagnostics;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Execution;

/// <summary>Runs targets: each target's tasks in order, then the summary.</summary>
internal sealed class Engine(ICakeContext context, TaskGraph graph, ICakeReportPrinter printer)
{
    private readonly CakeReport report = new();

    /// <summary>Runs before each task.</summary>
    public Action<ITaskSetupContext> Setup { get; init; } = _ => { };

    /// <summary>Runs after each task, also when it failed.</summary>
    public Action<ITaskTeardownContext> Teardown { get; init; } = _ => { };

    public void Run(IReadOnlyList<string> targets, bool exclusive)
    {
        // All targets are looked up first: a wrong one ends the run before anything has happened.
        var tasks = Order(targets, exclusive);
        try
        {
            tasks.ForEach(RunTask);
        }
        finally
        {
            printer.Write(report);
        }
    }

    public void List(IReadOnlyList<string> targets, bool exclusive)
    {
        var tasks = Order(targets, exclusive);
        context.Log.Information("Performing dry run...");
        context.Log.Information("Targets are: {0}", string.Join(", ", targets.Select(target => graph[target].Name)));
        context.Log.Information("");
        for (var i = 0; i < tasks.Count; i++)
        {
            context.Log.Information("{0}. {1}", i + 1, tasks[i].Name);
        }

        context.Log.Information("");
        context.Log.Information("This was a dry run.");
        context.Log.Information("No tasks were actually executed.");
    }

    private List<TaskDefinition> Order(IReadOnlyList<string> targets, bool exclusive) =>
        [.. targets.SelectMany(target => exclusive ? [graph[target]] : graph.Order(target))];

    private void RunTask(TaskDefinition task)
    {
        var clock = Stopwatch.StartNew();
        var successful = false;
        Setup(new TaskContext(context, task));
        try
        {
            printer.WriteStep(task.Name, context.Log.Verbosity);
            task.Run(context).GetAwaiter().GetResult();
            successful = true;
        }
        catch
        {
            context.Log.Error("An error occurred when executing task '{0}'.", task.Name);
            throw;
        }
        finally
        {
            Report(task, clock.Elapsed, successful);
            Teardown(new TaskContext(context, task) { Duration = clock.Elapsed, Successful = successful });
        }
    }

    private void Report(TaskDefinition task, TimeSpan duration, bool successful)
    {
        if (!successful)
        {
            report.AddFailed(task.Name, duration);
        }
        else if (task.HasRun)
        {
            report.Add(task.Name, duration);
        }
        else
        {
            report.AddDelegated(task.Name, duration);
        }
    }
}
