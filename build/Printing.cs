using System.Text;
using Build.Options;
using Cake.Common.Build;
using Cake.Core.Diagnostics;
using FashionPipeline.Foundation.Files;

namespace Build;

/// <summary>Puts out what a target says: on the terminal, or into a file; a matrix on GitHub Actions also as the step's output.</summary>
internal static class Printing
{
    /// <summary>Prints lines.</summary>
    public static void Print(PipelineContext context, IReadOnlyList<string> lines)
    {
        if (context.OutputFile is { } path)
        {
            Writing.To(path, PipelineArguments.Output, () =>
                AtomicFile.Write(path, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")))));
        }
        else
        {
            context.Log.Information("{0}", string.Join(Environment.NewLine, lines));
        }

        if (context.GitHubActions().IsRunningOnGitHubActions && context.Format == OutputFormat.GitHub)
        {
            context.GitHubActions().Commands.SetOutputParameter("matrix", lines[0]);
        }
    }
}
