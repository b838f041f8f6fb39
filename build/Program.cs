using Build;
using Build.Options;
using Cake.Core;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;

if (CommandLineCheck.FindSpelling(args) is { } fault)
{
    Console.Error.WriteLine($"Error: {fault}");
    return -1;
}

// Cake's own help knows its own options only.
if (args.Any(arg => arg is "--help" or "-h" or "-?"))
{
    Console.WriteLine(HelpText.Of(Advice.Script, Console.IsOutputRedirected ? null : Console.WindowWidth));
    return 0;
}

using var interruption = Interruption.Watch();
var exitCode = CakeHost.Create()
    .UseContext<PipelineContext>()
    .UseTaskLifetime<GitHubActionsLog>()
    .ConfigureServices(services => services.AddSingleton<ICakeReportPrinter, RunSummary>())
    .Run(PlanFlags.Rewrite(args));

// Cake knows one exit code for all that went wrong, and none for what went right.
return Environment.ExitCode != 0 ? Environment.ExitCode : exitCode;
