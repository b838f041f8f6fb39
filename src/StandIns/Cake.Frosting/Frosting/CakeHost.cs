using System.Diagnostics;
using System.Reflection;
using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Execution;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cake.Frosting;

/// <summary>Reads the command line, finds the tasks and runs them.</summary>
public sealed class CakeHost
{
    private readonly ServiceCollection _services = new();
    private readonly List<Assembly> _assemblies = [];
    private CommandLine _commandLine = new();

    /// <summary>A host that looks for tasks in the entry assembly.</summary>
    public CakeHost()
    {
        if (Assembly.GetEntryAssembly() is { } entry)
        {
            _assemblies.Add(entry);
        }

        _services.AddSingleton<IConsole, CakeConsole>();
        _services.AddSingleton<ICakeLog, CakeBuildLog>();
        _services.AddSingleton<ICakeEnvironment, CakeEnvironment>();
        _services.AddSingleton<ICakeArguments>(_ => new CakeArguments(_commandLine.Arguments));
        _services.AddSingleton<ICakeContext, CakeContext>();
        _services.AddSingleton<IFrostingContext, FrostingContext>();
        _services.AddSingleton<ReportPrinter>();
    }

    /// <summary>A host that looks for tasks in the entry assembly.</summary>
    public static CakeHost Create() => new();

    /// <summary>Looks for tasks in one more assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    public CakeHost AddAssembly(Assembly assembly)
    {
        if (!_assemblies.Contains(assembly))
        {
            _assemblies.Add(assembly);
        }

        return this;
    }

    /// <summary>Adds to what contexts, tasks and lifetimes can take as constructor parameters; the last registration wins.</summary>
    /// <param name="services">Called at once.</param>
    public CakeHost ConfigureServices(Action<IServiceCollection> services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services(_services);
        return this;
    }

    /// <summary>Runs what the command line asks for.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>0, or -1 when anything was thrown.</returns>
    public int Run(IEnumerable<string> args)
    {
        foreach (var type in _assemblies.SelectMany(TaskDefinition.FindTypes))
        {
            _services.TryAddEnumerable(ServiceDescriptor.Singleton(typeof(IFrostingTask), type));
        }

        using var services = _services.BuildServiceProvider();
        var log = services.GetRequiredService<ICakeLog>();
        try
        {
            _commandLine = CommandLine.Parse(args);
            log.Verbosity = _commandLine.Verbosity;
            Execute(services);
            return 0;
        }
        catch (Exception exception)
        {
            log.Error("Error: {0}", Describe(exception, log.Verbosity));
            return -1;
        }
    }

    private void Execute(ServiceProvider services)
    {
        var console = services.GetRequiredService<IConsole>();
        if (_commandLine.Help)
        {
            console.WriteLine("{0}", HelpText.Text);
        }
        else if (_commandLine.Version)
        {
            console.WriteLine("{0}", EntryVersion());
        }
        else if (_commandLine.Info)
        {
            console.WriteLine("Cake.Frosting {0} (stand-in)", typeof(CakeHost).Assembly.GetName().Version);
            console.WriteLine("{0}", System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription);
        }
        else
        {
            ExecuteTasks(services, console);
        }
    }

    private void ExecuteTasks(ServiceProvider services, IConsole console)
    {
        SetWorkingDirectory(services.GetRequiredService<ICakeEnvironment>());
        var context = services.GetRequiredService<IFrostingContext>();
        var tasks = new TaskGraph(TaskDefinition.Create(services.GetServices<IFrostingTask>(), context));
        if (_commandLine.DryRun || !(_commandLine.Tree || _commandLine.Description))
        {
            new Engine(context, tasks, services.GetService<IFrostingLifetime>(), services.GetRequiredService<ReportPrinter>())
                .Run(_commandLine.Targets, _commandLine.Exclusive, _commandLine.DryRun);
        }
        else if (_commandLine.Tree)
        {
            TaskListing.PrintTree(tasks, console);
        }
        else
        {
            TaskListing.PrintDescriptions(tasks, console);
        }
    }

    private void SetWorkingDirectory(ICakeEnvironment environment)
    {
        if (_commandLine.Working is not { } working)
        {
            return;
        }

        if (!Directory.Exists(working))
        {
            throw new FrostingException($"The working directory '{working}' does not exist.");
        }

        environment.WorkingDirectory = Path.GetFullPath(working);
    }

    private static string EntryVersion()
    {
        var location = Assembly.GetEntryAssembly()?.Location;
        var comments = string.IsNullOrEmpty(location) ? null : FileVersionInfo.GetVersionInfo(location).Comments;
        return string.IsNullOrWhiteSpace(comments) ? "Unknown" : comments;
    }

    private static string Describe(Exception exception, Verbosity verbosity)
    {
        if (verbosity == Verbosity.Diagnostic)
        {
            return exception.ToString();
        }

        var cause = exception is CakeReportException { InnerException: { } inner } ? inner : exception;
        return cause is AggregateException aggregate
            ? string.Concat(aggregate.Flatten().InnerExceptions.Select(one => $"{Environment.NewLine}\t{one.Message}"))
            : exception.Message;
    }
}
