using System.Diagnostics;
using Cake.Core;
using FashionPipeline.Pipeline.Store;

namespace Build;

/// <summary>Starts the .NET command; what it prints goes straight to the terminal.</summary>
internal static class DotNet
{
    /// <summary>Compiles a project or a solution, printing only what is wrong with it.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <param name="project">Path below it.</param>
    /// <exception cref="CakeException">It does not compile.</exception>
    public static void Build(string root, string project)
    {
        using var turn = FolderLock.Take(Path.Combine(root, "build", "obj"), Console.Error.WriteLine);

        // "msbuild" instead of "build": it has no summary, so nothing is printed when all is well.
        // No compiler may outlive this program: it would inherit build.sh's lock and keep it.
        var exitCode = Run(
            root,
            ["msbuild", Path.Combine(root, project), "-restore", "-p:Configuration=Release", "-p:UseSharedCompilation=false", "-nodeReuse:false", "-nologo", "-v:q", "-tl:off"]);
        if (exitCode != 0)
        {
            throw new CakeException($"{project} does not compile: the compiler's messages are above.");
        }
    }

    /// <summary>Runs the .NET command and waits for it.</summary>
    /// <param name="folder">Folder to run in.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>Its exit code.</returns>
    public static int Run(string folder, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Command(), arguments) { WorkingDirectory = folder, UseShellExecute = false })
            ?? throw new CakeException("The dotnet command did not start.");
        process.WaitForExit();
        return process.ExitCode;
    }

    // The command that runs this program, so that the two are of one version.
    private static string Command() =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
}
