using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FashionPipeline.Foundation.Files;

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
    private const int MostBytes = 1 << 16;

    /// <summary>The name of an experiment with settings; the experiment's own where there are none.</summary>
    /// <param name="experiment">Name of the experiment.</param>
    /// <param name="settings">The settings in order: <c>training.epochs=8</c>.</param>
    /// <param name="name">What the variant is called; null for the hash of its settings.</param>
    public static string NameOf(string experiment, IReadOnlyList<string> settings, string? name) =>
        settings.Count == 0 ? experiment : experiment + Sign + (name ?? Hash(settings));

    /// <summary>The experiment that a variant is of; null where the name is no variant's.</summary>
    public static string? OriginOf(string name) => name.IndexOf(Sign, StringComparison.Ordinal) is > 0 and var end ? name[..end] : null;

    /// <summary>
    /// Whether a variant can be called so: letters, digits, <c>.</c>, <c>_</c> and <c>-</c>, none of these first and no dot last, which
    /// Windows leaves out of the names of folders.
    /// </summary>
    public static bool IsName(string name) => NamePattern().IsMatch(name);

    /// <summary>Settings in the one form in which they are hashed, kept and compared: without blanks around key and value.</summary>
    public static IReadOnlyList<string> Normal(IEnumerable<string> settings) =>
        [.. settings.Select(setting => string.Join('=', setting.Split('=', 2, StringSplitOptions.TrimEntries)))];

    /// <summary>The file that says which settings made a variant.</summary>
    public static byte[] ToBytes(IEnumerable<string> settings) =>
        Encoding.UTF8.GetBytes(string.Concat(Normal(settings).Select(setting => setting + "\n")));

    /// <summary>The settings that made the variant of a report; null where the folder holds the report of none.</summary>
    /// <param name="folder">The report's folder.</param>
    /// <exception cref="IOException">Somebody has put something else there.</exception>
    public static IReadOnlyList<string>? SettingsIn(string folder) => Path.Combine(folder, FileName) is var file && File.Exists(file)
        ? BoundedFile.ReadText(file, MostBytes).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        : null;

    // In the order in which they are typed, as a later one may change what an earlier one has set.
    private static string Hash(IReadOnlyList<string> settings) =>
        Convert.ToHexStringLower(SHA256.HashData(ToBytes(settings)))[..HashLength];

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9_-])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
