using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;
using FashionPipeline.Pipeline.Store.Remotes;

namespace FashionPipeline.Pipeline.Sharing;

/// <summary>What a user has settled for all repositories, in a YAML file of their own.</summary>
/// <param name="Remote">The remote store; null for none.</param>
public sealed record UserSettings(RemoteAddress? Remote)
{
    private const int MostBytes = 1 << 20;
    private const string RemoteKey = "remote";

    private static readonly Section Top = new("settings", RemoteKey);

    /// <summary>The settings of a file; of none, where it is missing or says nothing.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <exception cref="InputException">It cannot be read, or has faults: all of them.</exception>
    public static UserSettings Read(string path)
    {
        try
        {
            return File.Exists(path) && BoundedFile.ReadText(path, MostBytes) is var text && !IsEmpty(text)
                ? Of(text, path)
                : new(Remote: null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be read: {fault.Message}", fault);
        }
    }

    private static bool IsEmpty(string text) => text.Split('\n').All(line => line.Trim() is "" or ['#', ..]);

    private static UserSettings Of(string text, string path)
    {
        var faults = new Faults();
        var remote = YamlTree.Read(text, path, faults) is { } node ? RemoteOf(new YamlValue(node, "", faults).Section(Top)) : null;
        faults.ThrowIfAny("The file with your settings");
        return new(remote);
    }

    private static RemoteAddress? RemoteOf(YamlSection? top)
    {
        if (top?.Find(RemoteKey) is not { } value || value.Node is YamlScalar { Text: "" } || value.Text() is not { } text)
        {
            return null;
        }

        try
        {
            return RemoteChoice.Parse(text);
        }
        catch (InputException fault)
        {
            value.Fault(fault.Message.ReplaceLineEndings(" "));
            return null;
        }
    }
}
