using System.Globalization;
using Build.Tasks;
using Cake.Common.Build;
using Cake.Core;
using Cake.Frosting;

namespace Build;

/// <summary>
/// On GitHub Actions: a group of the log and a row of the step's summary for each task, and the folder of the reports as an output.
/// </summary>
public sealed class GitHubActionsLog : FrostingTaskLifetime<PipelineContext>
{
    private bool hasHead;

    /// <inheritdoc/>
    public override void Setup(PipelineContext context, ITaskSetupContext info)
    {
        if (context.GitHubActions().IsRunningOnGitHubActions)
        {
            context.GitHubActions().Commands.StartGroup(info.Task.Name);
        }
    }

    /// <inheritdoc/>
    public override void Teardown(PipelineContext context, ITaskTeardownContext info)
    {
        if (!context.GitHubActions().IsRunningOnGitHubActions)
        {
            return;
        }

        var commands = context.GitHubActions().Commands;
        commands.EndGroup();
        commands.SetStepSummary(Head() + Row(info));
        if (info is { Successful: true, Task.Name: nameof(Report) })
        {
            commands.SetOutputParameter("reports", context.Options.Reports);
        }
    }

    private static string Row(ITaskTeardownContext info) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {info.Task.Name} | {info.Duration.TotalSeconds:0.0} s | {(info.Successful ? "succeeded" : "failed")} |");

    // Rows are appended as tasks end, so that a run that is stopped leaves those that it had.
    private string Head()
    {
        var head = hasHead ? "" : "| Task | Duration | Result |\n|---|---|---|\n";
        hasHead = true;
        return head;
    }
}
