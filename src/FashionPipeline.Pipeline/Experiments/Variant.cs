using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace FashionPipeline.Pipeline.Experiments;

/// <summary>
/// An experiment with other settings than its file's, to try something out. It has a name of its own, <c>quickstart@3f2a9c1e</c>, and so a
/// report and results of its own.
/// </summary>
public static partial class Variant
{
    /// <summary>Name of the file beside a variant's report that says which settings made it, one a line.</summary>
    public const string FileName = "variant.txt";

    private const char Sign = '@';
    private const int HashLength = 8;

    /// <summary>The name of an experiment with settings; the experiment's own where there are none.</summary>
    /// <param name="experiment">Name of the experiment.</param>
    /// <param name="settings">The settings, <c>training.epochs=8</c>; of several of one key the last counts.</param>
    /// <param name="name">What the variant is called; null for the hash of its settings.</param>
    public static string NameOf(string experiment, IReadOnlyList<string> settings, string? name) =>
        settings.Count == 0 ? experiment : experiment + Sign + (name ?? Hash(settings));

    /// <summary>The experiment that a variant is of; null where the name is no variant's.</summary>
    public static string? OriginOf(string name) => name.IndexOf(Sign, StringComparison.Ordinal) is > 0 and var end ? name[..end] : null;

    /// <summary>Whether a variant can be called so: letters, digits, <c>.</c>, <c>_</c> and <c>-</c>, and none of these first.</summary>
    public static bool IsName(string name) => NamePattern().IsMatch(name);

    private static string Hash(IReadOnlyList<string> settings)
    {
        var last = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var setting in settings)
        {
            var parts = setting.Split('=', 2, StringSplitOptions.TrimEntries);
            last[parts[0]] = parts.Length == 2 ? parts[1] : "";
        }

        var text = string.Concat(last.Select(setting => $"{setting.Key}={setting.Value}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
