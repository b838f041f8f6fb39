using Cake.Common.Build.GitHubActions.Commands;

namespace Cake.Common.Build.GitHubActions;

/// <summary>GitHub Actions.</summary>
public interface IGitHubActionsProvider
{
    /// <summary>Whether this build runs there.</summary>
    bool IsRunningOnGitHubActions { get; }

    /// <summary>What a build can tell it.</summary>
    GitHubActionsCommands Commands { get; }
}
