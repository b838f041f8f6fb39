using Build;
using Build.Options;
using Cake.Frosting;

if (CommandLineCheck.FindSpelling(args) is { } fault)
{
    Console.Error.WriteLine($"Error: {fault}");
    return -1;
}

// Cake's own help knows its own options only.
if (args.Any(arg => arg is "--help" or "-h" or "-?"))
{
    Console.WriteLine(HelpText.Of(Advice.Script));
    return 0;
}

using var interruption = Interruption.Watch();
return CakeHost.Create()
    .UseContext<PipelineContext>()
    .UseTaskLifetime<GitHubActionsLog>()
    .Run(args);
