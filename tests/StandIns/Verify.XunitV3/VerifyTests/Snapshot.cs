using System.Collections.Concurrent;
using System.Text;

namespace VerifyTests;

/// <summary>Compares a text with the verified file of its name, and keeps what differs as the received file.</summary>
internal sealed class Snapshot(string directory, string prefix, string extension)
{
    private static readonly UTF8Encoding Utf8WithBom = new(encoderShouldEmitUTF8Identifier: true);
    private static readonly ConcurrentDictionary<string, byte> UsedPrefixes = new(StringComparer.Ordinal);

    private readonly string received = $"{prefix}.received.{extension}";
    private readonly string verified = $"{prefix}.verified.{extension}";

    /// <exception cref="Exception">The texts differ, or a verified file is there that is no longer made.</exception>
    public async Task Compare(string text)
    {
        if (!UsedPrefixes.TryAdd(Path.Combine(directory, prefix), 0))
        {
            throw new Exception(
                $"The prefix has already been used: {Path.Combine(directory, prefix)}. A second verification needs UseFileName.");
        }

        Find("received").ForEach(File.Delete);
        var accepted = ReadVerified();
        var stale = Find("verified").Select(path => Path.GetFileName(path)).Where(name => name != verified).ToList();
        if (accepted != text)
        {
            Directory.CreateDirectory(directory);
            await File.WriteAllTextAsync(Path.Combine(directory, received), text, Utf8WithBom);
        }

        if (accepted != text || stale.Count > 0)
        {
            throw new VerifyException(Describe(text, accepted, stale));
        }
    }

    private List<string> Find(string kind) => Directory.Exists(directory)
        ? [.. Directory.EnumerateFiles(directory, $"{prefix}.{kind}.*").Order(StringComparer.Ordinal)]
        : [];

    // A diff tool makes an empty file to have something to show: it counts as none.
    private string? ReadVerified()
    {
        var path = Path.Combine(directory, verified);
        var text = File.Exists(path) ? File.ReadAllText(path, Utf8WithBom) : "";
        return text.Contains('\r', StringComparison.Ordinal)
            ? throw new VerifyException(
                $"{verified} has Windows line ends. Put this line into .gitattributes: "
                + $"*.verified.{extension} text eol=lf working-tree-encoding=UTF-8")
            : text.Length > 0 ? text : null;
    }

    private string Describe(string text, string? accepted, List<string> stale)
    {
        var kind = accepted is null ? "New" : accepted == text ? "Equal" : "NotEqual";
        var names = $"{kind}:\n  - Received: {received}\n    Verified: {verified}\n";
        var delete = stale.Count == 0 ? "" : $"Delete:\n{string.Concat(stale.Select(name => $"  - {name}\n"))}";
        return $"Directory: {directory}\n" + kind switch
        {
            "Equal" => delete + names,
            "New" => names + delete + $"\nFileContent:\n\nNew:\n\nReceived: {received}\n{text}\n\n",
            _ => names + delete + $"\nFileContent:\n\nNotEqual:\n\nReceived: {received}\n{text}\nVerified: {verified}\n{accepted}\n\n",
        };
    }
}
