namespace FashionPipeline.Foundation.Diagnostics;

/// <summary>
/// A fault of what the user gave: a file, an option, a source of data. Its message is meant to be read as it is:
/// what is wrong, where, what was found, what was expected, and what would help. The build program prints the
/// message alone, without a stack trace.
/// </summary>
/// <param name="message">The whole message; may have several lines.</param>
/// <param name="innerException">What was thrown first; null for nothing.</param>
public class InputException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>The message's last sentence as something that a command does; the build program adds the command. Null for none.</summary>
    public Remedy? Remedy { get; init; }

    /// <summary>Name of the experiment that the remedy is about; null for the one that was asked for.</summary>
    public string? Experiment { get; init; }
}
