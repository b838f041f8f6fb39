using Build;
using Cake.Frosting;

if (CommandLineCheck.FindSpelling(args) is { } fault)
{
    Console.Error.WriteLine($"Error: {fault}");
    return -1;
}

return CakeHost.Create()
    .UseContext<PipelineContext>()
    .UseTaskLifetime<GitHubActionsLog>()
    .Run(args);
