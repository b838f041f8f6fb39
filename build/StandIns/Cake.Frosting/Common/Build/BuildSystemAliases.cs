using Cake.Common.Build.GitHubActions;
using Cake.Core;

namespace Cake.Common.Build;

/// <summary>The services that run builds.</summary>
public static class BuildSystemAliases
{
    /// <summary>GitHub Actions, whether this build runs there or not.</summary>
    public static IGitHubActionsProvider GitHubActions(this ICakeContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new GitHubActionsProvider(context.Environment);
    }
}
