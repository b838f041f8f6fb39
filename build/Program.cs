using Build;
using Cake.Frosting;

return CakeHost.Create()
    .UseContext<PipelineContext>()
    .UseTaskLifetime<GitHubActionsLog>()
    .Run(args);
