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

// Cake's own dry run would list the one target; what a user wants to see is what it would remove.
if (args.Contains("--dryrun") && args.Any(arg => arg.EndsWith(nameof(Build.Tasks.Prune), StringComparison.OrdinalIgnoreCase)))
{
    args = Array.ConvertAll(args, arg => arg == "--dryrun" ? "--" + PipelineArguments.Plan.Name : arg);
}

using var interruption = Interruption.Watch();
return CakeHost.Create()
    .UseContext<PipelineContext>()
    .UseTaskLifetime<GitHubActionsLog>()
    .Run(args);
