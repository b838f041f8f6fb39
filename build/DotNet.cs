using System.Diagnostics;
using Cake.Core;
using FashionPipeline.Foundation.Files;

namespace Build;

/// <summary>Starts the .NET command; what it prints goes straight to the terminal.</summary>
internal static class DotNet
{
    // No compiler may outlive this program: it would inherit build.sh's lock and keep it.
    private static readonly string[] Quietly = ["-p:UseSharedCompilation=false", "-nodeReuse:false", "-nologo", "-v:q", "-tl:off"];

    /// <summary>Compiles a project or a solution, printing only what is wrong with it.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <param name="project">Path below it.</param>
    /// <exception cref="CakeException">It does not compile.</exception>
    public static void Build(string root, string project)
    {
        using var turn = TakeTurn(root);

        // "msbuild" instead of "build": it has no summary, so nothing is printed when all is well.
        var exitCode = Run(
            root,
            ["msbuild", Path.Combine(root, project), "-restore", "-p:Configuration=Release", .. Quietly]);
        if (exitCode != 0)
        {
            throw new CakeException($"{project} does not compile: the compiler's messages are above.");
        }
    }

    /// <summary>Compiles a program for another processor, with the runtime beside it.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <param name="project">Path below it.</param>
    /// <param name="runtime">Operating system and processor, such as linux-arm64.</param>
    /// <param name="output">Folder for the program.</param>
    /// <exception cref="CakeException">It does not compile, or the runtime is not to be had.</exception>
    public static void Publish(string root, string project, string runtime, string output)
    {
        using var turn = TakeTurn(root);
        var exitCode = Run(
            root,
            ["publish", Path.Combine(root, project), "-c", "Release", "-r", runtime, "--self-contained", "-o", output, .. Quietly]);
        if (exitCode != 0)
        {
            throw new CakeException($"{project} cannot be published for {runtime}: the compiler's messages are above.");
        }
    }

    /// <summary>Runs the .NET command and waits for it.</summary>
    /// <param name="folder">Folder to run in.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>Its exit code.</returns>
    public static int Run(string folder, IEnumerable<string> arguments)
    {
        using var process =
            Process.Start(new ProcessStartInfo(FindCommand(), arguments) { WorkingDirectory = folder, UseShellExecute = false })
            ?? throw new CakeException("The dotnet command did not start.");

        using var interruption = Interruption.EndWithThis(process);
        process.WaitForExit();
        return process.ExitCode;
    }

    private static FileLock TakeTurn(string root) => FileLock.Take(
        Path.Combine(root, "build", "obj", "lock"), () =>
            Console.Error.WriteLine($"Another run compiles in {root}; waiting for it to end."));

    /// <summary>The command that runs this program, so that the two are of one version.</summary>
    public static string FindCommand() =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
}
