using System.Diagnostics;
using System.Reflection;
using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Execution;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cake.Frosting;

/// <summary>Reads the command line, finds the tasks of the entry assembly and runs them.</summary>
public sealed class CakeHost
{
    private readonly ServiceCollection services = new();

    /// <summary>A host.</summary>
    public CakeHost()
    {
        services.AddSingleton<IConsole, CakeConsole>();
        services.AddSingleton<ICakeLog, CakeBuildLog>();
        services.AddSingleton<ICakeEnvironment, CakeEnvironment>();
        services.AddSingleton<ICakeContext, CakeContext>();
        services.AddSingleton<IFrostingContext, FrostingContext>();
        services.AddSingleton<ICakeReportPrinter, CakeReportPrinter>();
    }

    /// <summary>A host.</summary>
    public static CakeHost Create() => new();

    /// <summary>Adds to what contexts, tasks and lifetimes can take as constructor parameters; the last registration wins.</summary>
    /// <param name="configure">Called at once.</param>
    public CakeHost ConfigureServices(Action<IServiceCollection> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(services);
        return this;
    }

    /// <summary>Runs what the command line asks for.</summary>
    /// <returns>0, or -1 when anything was thrown.</returns>
    public int Run(IEnumerable<string> args)
    {
        CommandLine commandLine;
        try
        {
            commandLine = CommandLine.Parse(args);
        }
        catch (CakeException exception)
        {
            // The package leaves parsing to a library that writes to standard output itself.
            Console.Out.WriteLine($"Error: {exception.Message}");
            return -1;
        }

        services.AddSingleton<ICakeArguments>(new CakeArguments(commandLine.Arguments));
        foreach (var type in FrostingTasks.FindTypes(Assembly.GetEntryAssembly()))
        {
            services.TryAddEnumerable(ServiceDescriptor.Singleton(typeof(IFrostingTask), type));
        }

        var provider = new Singletons(services);
        var log = provider.Get<ICakeLog>();
        log.Verbosity = commandLine.Verbosity;
        try
        {
            Execute(commandLine, provider);
            return 0;
        }
        catch (Exception exception)
        {
            log.Error("Error: {0}", log.Verbosity == Verbosity.Diagnostic ? exception : exception.Message);
            return -1;
        }
    }

    private static void Execute(CommandLine commandLine, Singletons provider)
    {
        var console = provider.Get<IConsole>();
        if (commandLine.Has("version"))
        {
            var comments = FileVersionInfo.GetVersionInfo(Assembly.GetEntryAssembly()!.Location).Comments;
            console.WriteLine("{0}", string.IsNullOrWhiteSpace(comments) ? "Unknown" : comments);
        }
        else if (commandLine.Has("info"))
        {
            console.WriteLine("Cake.Frosting (stand-in) on {0}", System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription);
        }
        else
        {
            ExecuteTasks(commandLine, provider, console);
        }
    }

    private static void ExecuteTasks(CommandLine commandLine, Singletons provider, IConsole console)
    {
        if (commandLine.Working is { } working)
        {
            provider.Get<ICakeEnvironment>().WorkingDirectory = Directory.Exists(working)
                ? new(Path.GetFullPath(working))
                : throw new CakeException($"The working directory '{working}' does not exist.");
        }

        var context = provider.Get<IFrostingContext>();
        var tasks = new TaskGraph(FrostingTasks.Define(provider.All<IFrostingTask>(), context));
        var lifetime = provider.All<IFrostingTaskLifetime>().LastOrDefault();
        var engine = new Engine(context, tasks, provider.Get<ICakeReportPrinter>())
        {
            Setup = info => lifetime?.Setup(context, info),
            Teardown = info => lifetime?.Teardown(context, info),
        };
        if (commandLine.Has("dryrun"))
        {
            engine.List(commandLine.Targets, commandLine.Has("exclusive"));
        }
        else if (commandLine.Has("tree"))
        {
            TaskListing.PrintTree(tasks, console);
        }
        else if (commandLine.Has("description"))
        {
            TaskListing.PrintDescriptions(tasks, console);
        }
        else
        {
            engine.Run(commandLine.Targets, commandLine.Has("exclusive"));
        }
    }
}
