using System.Globalization;
using Cake.Core;

namespace FashionPipeline.Tests.StandIns.Cake;

/// <summary>
/// Keeps lines, whose pieces may come one by one. It has every member of the interface in the real package, of which the stand-in has some.
/// </summary>
public sealed class RecordingConsole : IConsole
{
    private string output = "";
    private string errors = "";

    public List<string> Output { get; } = [];

    public List<string> Errors { get; } = [];

    public ConsoleColor ForegroundColor { get; set; }

    public ConsoleColor BackgroundColor { get; set; }

    public bool SupportAnsiEscapeCodes => false;

    public void ResetColor()
    {
    }

    public void Write(string format, params object?[] arg) => output += Format(format, arg);

    public void WriteError(string format, params object?[] arg) => errors += Format(format, arg);

    public void WriteLine(string format, params object?[] arg) => End(Output, ref output, Format(format, arg));

    public void WriteErrorLine(string format, params object?[] arg) => End(Errors, ref errors, Format(format, arg));

    private static void End(List<string> lines, ref string begun, string rest)
    {
        lines.Add(begun + rest);
        begun = "";
    }

    private static string Format(string format, object?[] arg) => string.Format(CultureInfo.InvariantCulture, format, arg);
}
