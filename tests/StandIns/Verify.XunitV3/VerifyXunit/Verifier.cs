using System.Runtime.CompilerServices;
using System.Text;
using VerifyTests;
using Xunit;
using Xunit.v3;

namespace VerifyXunit;

/// <summary>Compares what a test made with the file that was accepted for it, <c>Class.Method.verified.ext</c> beside the test.</summary>
public static class Verifier
{
    private static readonly HashSet<string> TextExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        "csv", "html", "json", "md", "svg", "txt", "xml", "yaml", "yml",
    };

    /// <summary>Verifies text as a <c>txt</c> file.</summary>
    public static SettingsTask Verify(string? target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
        Verify(target, "txt", settings, sourceFile);

    /// <summary>Verifies text; the extension has no dot.</summary>
    public static SettingsTask Verify(
        string? target, string extension, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
        new(settings, given => Locate(given, extension, sourceFile).CompareText(target ?? "null", given));

    /// <summary>Verifies bytes, as text where the extension is one of a text.</summary>
    public static SettingsTask Verify(
        byte[]? target, string extension, VerifySettings? settings = null, object? info = null, [CallerFilePath] string sourceFile = "")
    {
        RefuseInfo(info);
        ArgumentNullException.ThrowIfNull(target);
        return new(settings, given => TextExtensions.Contains(extension)
            ? Locate(given, extension, sourceFile).CompareText(Encoding.UTF8.GetString(target), given)
            : Locate(given, extension, sourceFile).CompareBytes(target, given));
    }

    /// <summary>Verifies the content of a file; the extension is the file's unless one is given.</summary>
    public static SettingsTask VerifyFile(
        string path, VerifySettings? settings = null, object? info = null, string? extension = null, [CallerFilePath] string sourceFile = "") =>
        Verify(File.ReadAllBytes(path), extension ?? Path.GetExtension(path).TrimStart('.'), settings, info, sourceFile);

    private static Snapshot Locate(VerifySettings settings, string extension, string sourceFile)
    {
        if (TestContext.Current.Test is not IXunitTest test)
        {
            throw new InvalidOperationException("Verify is called from inside a running test.");
        }

        var (directory, prefix) = SnapshotName.Of(settings, sourceFile, test.TestMethod.Method, test.TestMethodArguments);
        return new(directory, prefix, extension);
    }

    private static void RefuseInfo(object? info)
    {
        if (info is not null)
        {
            throw new NotSupportedException("This stand-in compares the target alone: info is not supported.");
        }
    }
}
