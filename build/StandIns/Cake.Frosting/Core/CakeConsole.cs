using System.Globalization;

namespace Cake.Core;

internal sealed class CakeConsole : IConsole
{
    // Console passes colours on to a terminal only, so redirected output stays plain text.
    public ConsoleColor ForegroundColor
    {
        get => Console.ForegroundColor;
        set => Console.ForegroundColor = value;
    }

    public void ResetColor() => Console.ResetColor();

    public void Write(string format, params object?[] arg) => Console.Out.Write(Format(format, arg));

    public void WriteLine(string format, params object?[] arg) => Console.Out.WriteLine(Format(format, arg));

    public void WriteError(string format, params object?[] arg) => Console.Error.Write(Format(format, arg));

    public void WriteErrorLine(string format, params object?[] arg) => Console.Error.WriteLine(Format(format, arg));

    private static string Format(string format, object?[] arg) => string.Format(CultureInfo.InvariantCulture, format, arg);
}
