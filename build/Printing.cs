using System.Text;
using Build.Options;
using Cake.Common.Build;
using Cake.Core.Diagnostics;
using FashionPipeline.Foundation.Diagnostics;
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
            Write(path, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
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

    private static void Write(string path, byte[] text)
    {
        try
        {
            AtomicFile.Write(path, text);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"{path} cannot be written: {fault.Message}\nName another file behind --{PipelineArguments.Output.Name}.", fault);
        }
    }
}
