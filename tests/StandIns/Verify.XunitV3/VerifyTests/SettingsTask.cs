using System.Runtime.CompilerServices;

namespace VerifyTests;

/// <summary>A verification that is configured first and runs when it is awaited.</summary>
public sealed class SettingsTask
{
    private readonly string extension;
    private string text;
    private string directory;
    private string prefix;
    private Task? task;

    internal SettingsTask(string target, string fileExtension, string sourceFolder, string name)
    {
        text = target.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        (extension, directory, prefix) = (fileExtension, sourceFolder, name);
    }

    /// <summary>The folder of the snapshot: absolute, or relative to the folder of the test's source file.</summary>
    public SettingsTask UseDirectory(string directory) => With(() => this.directory = Path.Combine(this.directory, directory));

    /// <summary>A name in place of class and method.</summary>
    public SettingsTask UseFileName(string fileName) => With(() => prefix = fileName);

    /// <summary>Replaces each line by what the function gives; null removes it.</summary>
    public SettingsTask ScrubLinesWithReplace(Func<string, string?> replaceLine) =>
        With(() => text = string.Join('\n', text.Split('\n').Select(replaceLine).OfType<string>()));

    /// <summary>Starts no diff tool; this implementation never does.</summary>
    public SettingsTask DisableDiff() => this;

    /// <summary>Starts the verification, once.</summary>
    public Task ToTask() => task ??= new Snapshot(directory, prefix, extension).Compare(text.Length == 0 ? "emptyString" : text);

    /// <summary>Starts the verification and awaits it.</summary>
    public TaskAwaiter GetAwaiter() => ToTask().GetAwaiter();

    private SettingsTask With(Action change)
    {
        if (task is not null)
        {
            throw new Exception("The verification has already started: settings are given before it is awaited.");
        }

        change();
        return this;
    }
}
