namespace Cake.Core;

/// <summary>A fault of a build: the message is printed, and the run ends with a non-zero exit code.</summary>
public sealed class CakeException : Exception
{
    /// <param name="message">The message.</param>
    public CakeException(string message)
        : base(message)
    {
    }

    /// <param name="message">The message.</param>
    /// <param name="innerException">What was thrown first.</param>
    public CakeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
