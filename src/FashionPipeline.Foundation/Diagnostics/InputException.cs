namespace FashionPipeline.Foundation.Diagnostics;

/// <summary>
/// A fault of what the user gave: a file, an option, a source of data. Its message is meant to be read as it is:
/// what is wrong, where, what was found, what was expected, and what to type next. The build program prints the
/// message alone, without a stack trace.
/// </summary>
public sealed class InputException : Exception
{
    /// <param name="message">The whole message; may have several lines.</param>
    public InputException(string message)
        : base(message)
    {
    }

    /// <param name="message">The whole message; may have several lines.</param>
    /// <param name="innerException">What was thrown first, for <c>--verbosity diagnostic</c>.</param>
    public InputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
