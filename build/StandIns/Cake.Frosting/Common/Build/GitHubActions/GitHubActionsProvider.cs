using Cake.Common.Build.GitHubActions.Commands;
using Cake.Core;

namespace Cake.Common.Build.GitHubActions;

internal sealed class GitHubActionsProvider(ICakeEnvironment environment) : IGitHubActionsProvider
{
    public bool IsRunningOnGitHubActions =>
        string.Equals(environment.GetEnvironmentVariable("GITHUB_ACTIONS"), "true", StringComparison.OrdinalIgnoreCase);

    public GitHubActionsCommands Commands { get; } = new(environment);
}
