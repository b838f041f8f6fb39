using FashionPipeline.Tests.Build;

namespace FashionPipeline.Tests.Workflows;

/// <summary>A small git repository whose workflows are rehearsed.</summary>
internal sealed class RehearsedRepository(NodeTools tools) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>A path beside the repository.</summary>
    public string PathOf(string name) => folder[name];

    /// <summary>Writes a file, which git takes over when a workflow is rehearsed.</summary>
    /// <param name="path">Relative to <see cref="PathOf"/>: <c>source/build.sh</c>.</param>
    /// <param name="text">Its content.</param>
    public void Write(string path, string text)
    {
        var file = folder[path];
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text.ReplaceLineEndings("\n") + "\n");
        if (text.StartsWith("#!", StringComparison.Ordinal) && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Commits all files, or nothing new.</summary>
    /// <returns>The commit.</returns>
    public async Task<string> Commit()
    {
        string[] author = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"];
        await Git(["init", "-q", "-b", "main"]);
        await Git(["add", "--all"]);
        await Git([.. author, "commit", "-q", "--allow-empty", "-m", "Change"]);
        return (await Git(["rev-parse", "HEAD"])).Trim();
    }

    /// <summary>Commits, and rehearses a workflow of this repository.</summary>
    /// <param name="workflow">Name of its file.</param>
    /// <param name="eventName">The event: <c>push</c>.</param>
    /// <param name="payload">What GitHub tells of it, as JSON.</param>
    /// <param name="options">Further options of the rehearsal.</param>
    public async Task<ScriptRun> Rehearse(string workflow, string eventName, string payload, params string[] options)
    {
        Write($"{eventName}.json", payload);
        await Commit();
        return await tools.Run(
            "rehearse.mjs",
            [
                folder[$"source/.github/workflows/{workflow}"], folder[$"{eventName}.json"], "--source", folder["source"],
                "--work", folder["work"], .. options,
            ],
            // Whoever writes to GitHub writes to a folder here, and git asks nobody for a password.
            variables =>
            {
                variables["GIT_CONFIG_GLOBAL"] = folder["gitconfig"];
                variables["GIT_TERMINAL_PROMPT"] = "0";
                variables["DESK"] = folder["desk"];
            });
    }

    public void Dispose() => folder.Dispose();

    private async Task<string> Git(string[] command)
    {
        var git = await ScriptRun.Of("git", folder["source"], command);
        Assert.True(git.ExitCode == 0, git.Errors);
        return git.Output;
    }
}
