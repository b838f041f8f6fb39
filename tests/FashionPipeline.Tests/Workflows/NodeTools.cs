using System.Text.RegularExpressions;
using FashionPipeline.Tests.Build;
using FashionPipeline.Tests.Repository;

namespace FashionPipeline.Tests.Workflows;

/// <summary>The programs of tests/Workflows with the packages that they need, or the reason why they cannot run here.</summary>
public sealed partial class NodeTools : IAsyncLifetime
{
    private const int OldestNode = 18;

    private readonly string folder = Directory.CreateTempSubdirectory("workflows-").FullName;

    private string? missing;

    /// <summary>A file with what <c>./build.sh --description</c> and <c>--help</c> print.</summary>
    public string Commands => Path.Combine(folder, "commands.txt");

    public async ValueTask InitializeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "tests", "Workflows")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        missing = await FindMissing();
        if (missing is null)
        {
            var script = Path.Combine(RepositoryFiles.Root, "build.sh");
            var targets = await ScriptRun.Of(script, folder, ["--description"]);
            var options = await ScriptRun.Of(script, folder, ["--help"]);
            await File.WriteAllTextAsync(Commands, targets.Output + options.Output, TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs a program of tests/Workflows; skips the test where that cannot be.</summary>
    /// <param name="program">Name of the program: <c>check.mjs</c>.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="environment">Sets variables of it.</param>
    internal async Task<ScriptRun> Run(
        string program, IEnumerable<string> args, Action<IDictionary<string, string?>>? environment = null)
    {
        Assert.SkipWhen(missing is not null, missing ?? "");
        return await ScriptRun.Of(Find("node")!, folder, [program, .. args], environment);
    }

    private async Task<string?> FindMissing()
    {
        if (Find("node") is not { } node || Find("npm") is not { } npm)
        {
            return "No Node: install Debian's packages nodejs and npm.";
        }

        var version = (await ScriptRun.Of(node, folder, ["--version"])).Output.Trim();
        if (Major().Match(version) is not { Success: true } major || int.Parse(major.Groups[1].ValueSpan) < OldestNode)
        {
            return $"Node {version} is too old: {OldestNode} or later is needed.";
        }

        var install = await ScriptRun.Of(npm, folder, ["ci", "--no-audit", "--no-fund"]);
        return install.ExitCode == 0 ? null : $"npm could not install the packages of tests/Workflows: {install.Errors.Trim()}";
    }

    private static string? Find(string program)
    {
        var name = !OperatingSystem.IsWindows() ? program : program == "npm" ? "npm.cmd" : program + ".exe";
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(path => Path.Combine(path, name))
            .FirstOrDefault(File.Exists);
    }

    [GeneratedRegex(@"^v(\d+)\.")]
    private static partial Regex Major();
}
