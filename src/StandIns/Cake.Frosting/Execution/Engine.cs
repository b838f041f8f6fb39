using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Frosting;

namespace Cake.Execution;

/// <summary>Runs targets: setup, each target's tasks in order, teardown, summary.</summary>
internal sealed class Engine(ICakeContext context, TaskGraph graph, IFrostingLifetime? lifetime, ReportPrinter printer)
{
    private readonly List<ReportEntry> _report = [];

    public void Run(IReadOnlyList<string> targets, bool exclusive, bool dryRun)
    {
        // All targets are looked up first: a wrong one ends the run before anything has happened.
        var orders = targets.Select(target => exclusive ? [graph[target]] : graph.Order(target)).ToList();
        var thrown = Capture(() =>
        {
            Setup(orders[0]);
            if (dryRun)
            {
                ListTasks(orders);
            }
            else
            {
                orders.ForEach(RunTarget);
            }
        });
        thrown = Teardown(thrown);
        if (!dryRun)
        {
            printer.PrintSummary(_report);
        }

        if (thrown is not null)
        {
            throw new CakeReportException(thrown);
        }
    }

    private void RunTarget(IReadOnlyList<TaskDefinition> order)
    {
        foreach (var task in order)
        {
            if (!ShouldRun(task, target: order[^1]))
            {
                printer.PrintSkippedStep(task.Name);
                _report.Add(new(task.Name, TimeSpan.Zero, ReportStatus.Skipped));
                continue;
            }

            RunTask(task);
        }
    }

    private void RunTask(TaskDefinition task)
    {
        printer.PrintStep(task.Name);
        var clock = Stopwatch.StartNew();
        var failure = Capture(() => task.Task.RunAsync(context).GetAwaiter().GetResult());
        var thrown = failure;
        if (failure is not null)
        {
            context.Log.Error("An error occurred when executing task '{0}'.", task.Name);
            thrown = task switch
            {
                { HasOnError: true } => Capture(() => task.Task.OnError(failure, context)),
                { ContinuesOnError: true } => null,
                _ => failure,
            };
        }

        if (task.HasFinally)
        {
            var last = Capture(() => task.Task.Finally(context));
            thrown ??= last;
        }

        var status = failure is not null || thrown is not null ? ReportStatus.Failed : task.HasRun ? ReportStatus.Executed : ReportStatus.Delegated;
        _report.Add(new(task.Name, clock.Elapsed, status));
        Rethrow(thrown);
    }

    private void ListTasks(IReadOnlyList<IReadOnlyList<TaskDefinition>> orders)
    {
        context.Log.Information("Performing dry run...");
        context.Log.Information("Targets are: {0}", string.Join(", ", orders.Select(order => order[^1].Name)));
        context.Log.Information("");
        var number = 0;
        foreach (var task in orders.SelectMany(order => order.Where(task => ShouldRun(task, target: order[^1]))))
        {
            context.Log.Information("{0}. {1}", ++number, task.Name);
        }

        context.Log.Information("");
        context.Log.Information("This was a dry run.");
        context.Log.Information("No tasks were actually executed.");
    }

    private bool ShouldRun(TaskDefinition task, TaskDefinition target)
    {
        if (task.Task.ShouldRun(context))
        {
            return true;
        }

        return task != target ? false : throw new CakeException($"Could not reach target '{task.Name}' since it was skipped due to a criteria.");
    }

    private void Setup(IReadOnlyList<TaskDefinition> order)
    {
        if (lifetime is not null)
        {
            Rethrow(RunLifetimeStep("Setup", "Setup", () => lifetime.Setup(context, new SetupContext(context, order))));
        }
    }

    private Exception? Teardown(Exception? thrown)
    {
        if (lifetime is null)
        {
            return thrown;
        }

        var failure = RunLifetimeStep("TearDown", "Teardown", () => lifetime.Teardown(context, new TeardownContext(context, thrown)));
        if (failure is not null && thrown is not null)
        {
            context.Log.Error("Teardown error: {0}", failure.Message);
        }

        return thrown ?? failure;
    }

    private Exception? RunLifetimeStep(string title, string row, Action action)
    {
        printer.PrintLifetimeStep(title);
        var clock = Stopwatch.StartNew();
        var failure = Capture(action);
        _report.Add(new(row, clock.Elapsed, failure is null ? ReportStatus.Executed : ReportStatus.Failed, IsLifetime: true));
        return failure;
    }

    private static Exception? Capture(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private static void Rethrow(Exception? thrown)
    {
        if (thrown is not null)
        {
            ExceptionDispatchInfo.Throw(thrown);
        }
    }
}
