using System.Globalization;
using Cake.Core;

namespace FashionPipeline.Tests.StandIns.Cake;

/// <summary>Keeps lines. It has every member of the interface in the real package, of which the stand-in has some.</summary>
public sealed class RecordingConsole : IConsole
{
    public List<string> Output { get; } = [];

    public List<string> Errors { get; } = [];

    public ConsoleColor ForegroundColor { get; set; }

    public ConsoleColor BackgroundColor { get; set; }

    public bool SupportAnsiEscapeCodes => false;

    public void ResetColor()
    {
    }

    public void Write(string format, params object?[] arg) => WriteLine(format, arg);

    public void WriteError(string format, params object?[] arg) => WriteErrorLine(format, arg);

    public void WriteLine(string format, params object?[] arg) => Output.Add(string.Format(CultureInfo.InvariantCulture, format, arg));

    public void WriteErrorLine(string format, params object?[] arg) => Errors.Add(string.Format(CultureInfo.InvariantCulture, format, arg));
}
