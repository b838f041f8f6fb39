using Build;
using FashionPipeline.Tests.Build;

namespace FashionPipeline.Tests.Repository;

/// <summary>The files of this repository, by paths relative to its root with forward slashes.</summary>
internal static class RepositoryFiles
{
    /// <summary>The folder that holds build.sh.</summary>
    public static string Root { get; } = RepositoryRoot.Find();

    /// <summary>What lies in a folder, sorted, without what the compiler made.</summary>
    public static IReadOnlyList<string> Find(string pattern, params string[] folders) =>
    [
        .. folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What git keeps; the test is skipped in a copy without git.</summary>
    public static async Task<IReadOnlyList<string>> FindTracked()
    {
        Assert.SkipUnless(Path.Exists(Path.Combine(Root, ".git")), "This copy of the repository is no git clone.");
        var run = await ScriptRun.Of("git", Root, ["ls-files", "-z"]);
        Assert.True(run.ExitCode == 0, run.Errors);
        return run.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }
}
