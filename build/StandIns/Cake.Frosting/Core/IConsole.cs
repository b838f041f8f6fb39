namespace Cake.Core;

/// <summary>The terminal. Texts are composite formats and their values.</summary>
public interface IConsole
{
    /// <summary>Colour of the text that follows.</summary>
    ConsoleColor ForegroundColor { get; set; }

    /// <summary>Goes back to the terminal's own colours.</summary>
    void ResetColor();

    /// <summary>Writes to standard output.</summary>
    void Write(string format, params object?[] arg);

    /// <summary>Writes to standard output and ends the line.</summary>
    void WriteLine(string format, params object?[] arg);

    /// <summary>Writes to standard error.</summary>
    void WriteError(string format, params object?[] arg);

    /// <summary>Writes to standard error and ends the line.</summary>
    void WriteErrorLine(string format, params object?[] arg);
}
