namespace Cake.Core;

/// <summary>The terminal.</summary>
public interface IConsole
{
    /// <summary>Colour of the text that follows.</summary>
    ConsoleColor ForegroundColor { get; set; }

    /// <summary>Goes back to the terminal's own colours.</summary>
    void ResetColor();

    /// <summary>Writes a line to standard output.</summary>
    /// <param name="format">A composite format.</param>
    /// <param name="arg">Its values.</param>
    void WriteLine(string format, params object?[] arg);

    /// <summary>Writes a line to standard error.</summary>
    /// <param name="format">A composite format.</param>
    /// <param name="arg">Its values.</param>
    void WriteErrorLine(string format, params object?[] arg);
}
