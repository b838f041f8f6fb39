using System.Runtime.CompilerServices;
using VerifyTests;
using Xunit;
using Xunit.v3;

namespace VerifyXunit;

/// <summary>Compares the text that a test made with what was accepted for it, <c>Class.Method.verified.ext</c> beside the test.</summary>
public static class Verifier
{
    /// <summary>Verifies text as a <c>txt</c> file.</summary>
    public static SettingsTask Verify(string? target, [CallerFilePath] string sourceFile = "") =>
        Verify(target ?? "null", "txt", sourceFile);

    /// <summary>Verifies the text of a file; the extension is the file's.</summary>
    public static SettingsTask VerifyFile(string path, [CallerFilePath] string sourceFile = "") =>
        Verify(File.ReadAllText(path), Path.GetExtension(path).TrimStart('.'), sourceFile);

    private static SettingsTask Verify(string text, string extension, string sourceFile)
    {
        var method = (TestContext.Current.Test as IXunitTest)?.TestMethod.Method
            ?? throw new InvalidOperationException("Verify is called from inside a running test.");
        return new(text, extension, Path.GetDirectoryName(sourceFile)!, $"{method.ReflectedType!.Name}.{method.Name}");
    }
}
