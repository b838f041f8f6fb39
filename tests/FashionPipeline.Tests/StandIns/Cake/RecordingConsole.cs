using System.Globalization;
using Cake.Core;

namespace FashionPipeline.Tests.StandIns.Cake;

public sealed class RecordingConsole : IConsole
{
    public List<string> Output { get; } = [];

    public List<string> Errors { get; } = [];

    public ConsoleColor ForegroundColor { get; set; }

    public void ResetColor()
    {
    }

    public void WriteLine(string format, params object?[] arg) => Output.Add(string.Format(CultureInfo.InvariantCulture, format, arg));

    public void WriteErrorLine(string format, params object?[] arg) => Errors.Add(string.Format(CultureInfo.InvariantCulture, format, arg));
}
