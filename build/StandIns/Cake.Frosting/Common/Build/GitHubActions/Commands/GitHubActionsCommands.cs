using Cake.Core;

namespace Cake.Common.Build.GitHubActions.Commands;

/// <summary>Commands of a workflow: lines of its log that begin with <c>::</c>, and files that it names in variables.</summary>
public sealed class GitHubActionsCommands
{
    private readonly ICakeEnvironment environment;

    internal GitHubActionsCommands(ICakeEnvironment surroundings) => environment = surroundings;

    /// <summary>Begins a part of the log that readers can fold.</summary>
    public void StartGroup(string title) => Write("group", title);

    /// <summary>Ends it.</summary>
    public void EndGroup() => Write("endgroup", "");

    /// <summary>Hands a value to the steps that follow.</summary>
    /// <exception cref="CakeException">GITHUB_OUTPUT names no file.</exception>
    public void SetOutputParameter(string key, string value) => Append("GITHUB_OUTPUT", "OutputPath", $"{key}={value}");

    /// <summary>Adds Markdown to the page of the run.</summary>
    /// <exception cref="CakeException">GITHUB_STEP_SUMMARY names no file.</exception>
    public void SetStepSummary(string summary) => Append("GITHUB_STEP_SUMMARY", "StepSummary", summary);

    // The package, too, writes to standard output itself.
    private static void Write(string command, string message) =>
        Console.Out.WriteLine($"::{command}::{message.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A")}");

    private void Append(string variable, string name, string line) => File.AppendAllText(
        environment.GetEnvironmentVariable(variable) ?? throw new CakeException($"GitHub Actions Runtime {name} missing."),
        line + System.Environment.NewLine);
}
