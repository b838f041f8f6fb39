using System.Collections.Concurrent;
using System.Text;
using DiffEngine;

namespace VerifyTests;

/// <summary>Compares one content with the verified file of its name, and keeps what differs as the received file.</summary>
internal sealed class Snapshot(string directory, string prefix, string extension)
{
    private static readonly UTF8Encoding Utf8WithBom = new(encoderShouldEmitUTF8Identifier: true);
    private static readonly ConcurrentDictionary<string, byte> UsedPrefixes = new(StringComparer.Ordinal);

    private readonly string _received = $"{prefix}.received.{extension}";
    private readonly string _verified = $"{prefix}.verified.{extension}";

    private string ReceivedPath => Path.Combine(directory, _received);

    private string VerifiedPath => Path.Combine(directory, _verified);

    /// <summary>Scrubs and compares text.</summary>
    public Task<VerifyResult> CompareText(string text, VerifySettings settings)
    {
        text = settings.Scrub(Normalise(text));
        text = text.Length == 0 ? "emptyString" : text;
        Begin();
        var verified = ReadVerifiedText();
        return verified == text
            ? Pass(text)
            : Fail(verified is null ? "New" : "NotEqual", Utf8WithBom.GetPreamble().Concat(Utf8WithBom.GetBytes(text)).ToArray(), text, verified, settings);
    }

    /// <summary>Compares bytes as they are.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public Task<VerifyResult> CompareBytes(byte[] bytes, VerifySettings settings)
    {
        if (bytes.Length == 0)
        {
            throw new ArgumentException("Empty data is not allowed.", nameof(bytes));
        }

        Begin();
        var verified = File.Exists(VerifiedPath) ? File.ReadAllBytes(VerifiedPath) : null;
        return verified is not null && bytes.AsSpan().SequenceEqual(verified)
            ? Pass(null)
            : Fail(verified is null ? "New" : "NotEqual", bytes, null, null, settings);
    }

    private static string Normalise(string text) =>
        text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private void Begin()
    {
        if (!UsedPrefixes.TryAdd(Path.Combine(directory, prefix), 0))
        {
            throw new InvalidOperationException(
                $"The prefix has already been used: {Path.Combine(directory, prefix)}. A second verification in one test needs UseMethodName, UseFileName or UseTextForParameters.");
        }

        foreach (var old in Find("received"))
        {
            File.Delete(old);
        }
    }

    private List<string> Find(string kind) =>
        Directory.Exists(directory)
            ? [.. Directory.EnumerateFiles(directory, $"{prefix}.{kind}.*").Order(StringComparer.Ordinal)]
            : [];

    private string? ReadVerifiedText()
    {
        if (!File.Exists(VerifiedPath))
        {
            return null;
        }

        var text = File.ReadAllText(VerifiedPath, Utf8WithBom);
        if (text.Contains('\r', StringComparison.Ordinal))
        {
            throw new VerifyException(
                $"{_verified} has Windows line ends. Put this line into .gitattributes: *.verified.{extension} text eol=lf working-tree-encoding=UTF-8");
        }

        if (text.Length > 0)
        {
            return text;
        }

        // A diff tool makes an empty file to have something to show.
        File.Delete(VerifiedPath);
        return null;
    }

    private Task<VerifyResult> Pass(string? text)
    {
        var stale = Find("verified").Where(path => path != VerifiedPath).Select(path => Path.GetFileName(path)).ToList();
        return stale.Count == 0
            ? Task.FromResult(new VerifyResult(VerifiedPath, text))
            : throw new VerifyException($"Directory: {directory}\nDelete:\n{string.Concat(stale.Select(name => $"  - {name}\n"))}");
    }

    private async Task<VerifyResult> Fail(string kind, byte[] received, string? text, string? verified, VerifySettings settings)
    {
        Directory.CreateDirectory(directory);
        await File.WriteAllBytesAsync(ReceivedPath, received);
        if (!settings.IsDiffDisabled && !DiffRunner.Disabled && !BuildServerDetector.Detected)
        {
            await (text is null ? DiffRunner.LaunchAsync(ReceivedPath, VerifiedPath) : DiffRunner.LaunchForTextAsync(ReceivedPath, VerifiedPath));
        }

        throw new VerifyException(Describe(kind, text, verified));
    }

    private string Describe(string kind, string? text, string? verified)
    {
        var message = new StringBuilder($"Directory: {directory}\n{kind}:\n  - Received: {_received}\n    Verified: {_verified}\n");
        if (text is not null)
        {
            message.Append($"\nFileContent:\n\n{kind}:\n\nReceived: {_received}\n{text}\n");
            if (verified is not null)
            {
                message.Append($"Verified: {_verified}\n{verified}\n");
            }
        }

        return message.ToString();
    }
}
