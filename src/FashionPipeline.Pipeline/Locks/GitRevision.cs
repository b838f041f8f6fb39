using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Pipeline.Locks;

/// <summary>
/// Files as they are in a revision of the repository. They are read by git itself: whoever has the repository has it, and it knows every
/// form that a repository can have.
/// </summary>
public sealed class GitRevision
{
    private readonly string root;

    /// <param name="root">The repository's folder.</param>
    /// <param name="name">A commit, a branch, a tag, or what else git takes for one.</param>
    /// <exception cref="InputException">There is no git, no repository or no such revision.</exception>
    public GitRevision(string root, string name)
    {
        (this.root, Name) = (root, name);
        var (exitCode, output, errors) = Git("rev-list", "-n", "1", "--end-of-options", name, "--");
        Commit = Encoding.ASCII.GetString(output).Trim();
        if (Commit.Length == 0 || name.Contains("..", StringComparison.Ordinal)) // of a range it would be the last commit
        {
            throw new InputException(
                errors.Contains("not a git repository", StringComparison.Ordinal)
                    ? $"{root} is no git repository, so it has no revision '{name}'."
                : exitCode == 0 || errors.Contains("bad revision", StringComparison.Ordinal)
                    ? $"There is no revision '{name}' in {root}.\nExpected a commit, a branch or a tag, such as HEAD~1; git log lists them."
                        + (Git("rev-parse", "--is-shallow-repository").Output is [(byte)'t', ..]
                            ? "\nThis clone holds only the last commits: git fetch --unshallow gets the others." : "")
                : $"git cannot find revision '{name}' in {root}: {errors.Trim()}");
        }
    }

    /// <summary>What was asked for.</summary>
    public string Name { get; }

    /// <summary>The commit that it is.</summary>
    public string Commit { get; }

    /// <summary>All bytes of a file; null where the revision has none of this name.</summary>
    /// <param name="path">Path below the repository's folder, with forward slashes.</param>
    public byte[]? Read(string path) => Git("cat-file", "blob", $"{Commit}:./{path}") is (0, var bytes, _) ? bytes : null;

    /// <summary>All files below a folder, by their paths in it; none where the revision has no such folder.</summary>
    /// <param name="folder">Path below the repository's folder, with forward slashes.</param>
    public IReadOnlyDictionary<string, byte[]> ReadAll(string folder)
    {
        var names = Encoding.UTF8.GetString(Git("ls-tree", "-r", "-z", "--full-tree", "--name-only", $"{Commit}:./{folder}").Output)
            .Split('\0', StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0)
        {
            return new Dictionary<string, byte[]>();
        }

        var objects = string.Concat(names.Select(name => $"{Commit}:./{folder}/{name}\n"));
        var answers = Git(Encoding.UTF8.GetBytes(objects), "cat-file", "--batch").Output.AsMemory();
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in names) // each is a line with the length at its end, the bytes, and an end of line
        {
            var line = answers.Span.IndexOf((byte)'\n');
            var length = int.Parse(
                Encoding.ASCII.GetString(answers.Span[..line]).Split(' ')[^1], NumberStyles.None, CultureInfo.InvariantCulture);
            files.Add(name, answers.Slice(line + 1, length).ToArray());
            answers = answers[(line + length + 2)..];
        }

        return files;
    }

    private (int ExitCode, byte[] Output, string Errors) Git(params IEnumerable<string> arguments) => Git([], arguments);

    private (int ExitCode, byte[] Output, string Errors) Git(byte[] input, params IEnumerable<string> arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", root, .. arguments])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
                Environment = { ["LC_ALL"] = "C" }, // its messages are read
            })!;
            var errors = git.StandardError.ReadToEndAsync();
            var asking = Task.Run(() =>
            {
                using var questions = git.StandardInput.BaseStream;
                questions.Write(input);
            });
            using var output = new MemoryStream();
            git.StandardOutput.BaseStream.CopyTo(output);
            git.WaitForExit();
            asking.GetAwaiter().GetResult();
            return (git.ExitCode, output.ToArray(), errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception fault)
        {
            throw new InputException($"git did not start, which reads revisions: {fault.Message}\nInstall git.", fault);
        }
    }
}
