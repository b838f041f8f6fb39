using System.Diagnostics;

namespace FashionPipeline.Tests.Pipeline.Locks;

/// <summary>A folder under git.</summary>
internal static class GitFolder
{
    /// <summary>Commits all files of a folder, which becomes a repository where it is none.</summary>
    public static void Commit(string folder)
    {
        Git("init", "-q");
        Git("add", "--all");
        Git("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-qm", "A change");

        void Git(params string[] arguments)
        {
            using var git = Process.Start("git", ["-C", folder, .. arguments]);
            git.WaitForExit();
            Assert.Equal(0, git.ExitCode);
        }
    }
}
